/** Texts of the index that stand above others, as the title of a directive above its passages; they are never found themselves. */
export type Titles = {
  /** The title above a text; null for a title. */
  titleOf: (slot: number) => number | null;
  /** The texts under a title; null when the text is none. */
  textsUnder: (title: number) => number[] | null;
};

/** Texts of the index that stand above others, as the title of a directive above its passages; they are never found themselves. */
export type Titles = {
  /** The title above a text; null for a title. */
  titleOf: (slot: number) => number | null;
  /** Every title with the texts under it. */
  all: () => Iterable<{ slot: number; texts: number[] }>;
};

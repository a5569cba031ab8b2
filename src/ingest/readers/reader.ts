/** What a file says about itself ahead of its text (front matter): simple keys, lower case, to their values. Empty for most formats. */
export type Hints = ReadonlyMap<string, string>;

/**
 * `text`: what is stored, NFC with `\n` line ends; every offset of the document points into it. The body starts at `bodyStart`
 * (0 unless the file opens with front matter). `failed`: why the file could not be read, one Vietnamese sentence.
 */
export type ReadResult = { text: string; bodyStart: number; hints: Hints } | { failed: string };

/** One file format. `accepts` judges by the first bytes; the name is only a hint. `read` never throws. */
export type Reader = {
  accepts(head: Uint8Array, name: string): boolean;
  read(bytes: Uint8Array, name: string): ReadResult;
};

export const noHints: Hints = new Map();

import type { Page } from '../../domain/page.ts';
import type { Phrases } from '../../vietnamese/phrases.ts';

/** What a file says about itself ahead of its text (front matter): simple keys, lower case, to their values. Empty for most formats. */
export type Hints = ReadonlyMap<string, string>;

/** A stretch of the stored text, UTF-16 offsets. */
export type Stretch = { start: number; end: number };

/**
 * `text`: what is stored, NFC with `\n` line ends; every offset of the document points into it. Tables are Markdown pipe rows. The body
 * starts at `bodyStart` (0 unless the file opens with front matter). `pages`: where each page starts, in order; absent where the format
 * has none. `doubts`: stretches recognised with low confidence (OCR), in order; absent where everything was written. `inPictures`: what
 * pictures beside the text say; no part of the document, looked at for a mark of secrecy only.
 */
export type FileText = {
  text: string;
  bodyStart: number;
  hints: Hints;
  pages?: Page[];
  doubts?: Stretch[];
  inPictures?: string;
};

/** `failed`: why the file could not be read, one Vietnamese sentence. */
export type ReadResult = FileText | { failed: string };

/**
 * `onProgress` hears of units (pages) done out of all, for formats that take long. `phrases`: what recognised words are held against;
 * without them words stay as they were recognised.
 */
export type ReadOptions = { onProgress?: (progress: { done: number; total: number }) => void; phrases?: Phrases };

/** One file format. `accepts` judges by the bytes alone, in no time; it never throws. `read` never throws either; its work is bounded. */
export type Reader = {
  accepts(bytes: Uint8Array): boolean;
  read(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult>;
};

export const noHints: Hints = new Map();

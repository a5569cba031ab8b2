import type { Citation } from './citation.ts';

/** A run of text. Platforms without formatting print `text` alone. */
export type Span = string | { bold: string } | { italic: string };

export type Block =
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; items: Span[][] }
  /** The first row is the header. A platform may draw it as aligned text, a list, or a picture. */
  | { kind: 'table'; rows: string[][] }
  /** A source line and its verbatim quote. */
  | { kind: 'citation'; label: string; citation: Citation }
  /** A PNG. `alt` says in words what it shows, for platforms without pictures. */
  | { kind: 'image'; png: Uint8Array; alt: string }
  /** A file to keep. `alt` says what it is, for platforms without files. */
  | { kind: 'file'; name: string; mediaType: string; bytes: Uint8Array; alt: string };

/** A next step. `message` is what the person would type for it; conversation keeps it so that "2" or a tap means the same. */
export type Choice = { label: string; message: string };

/** What the bot says, platform-neutral. */
export type Reply = {
  blocks: Block[];
  choices: Choice[];
  /** Token of the stored choices (set by conversation); a button carries `${choicesToken}:${index}`. */
  choicesToken?: string;
};

export type Outcome = 'answered' | 'clarify' | 'not_found' | 'declined';

export const paragraph = (...spans: Span[]): Block => ({ kind: 'paragraph', spans });

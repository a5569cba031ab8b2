/** Letters of another language that converters put for Vietnamese ones they look like: "ƣ" (U+01A3) for "ư". */
const mistaken: Readonly<Record<string, string>> = { ƣ: 'ư', Ƣ: 'Ư' };

/** The text in NFC, its letters those of Vietnamese: what is stored, and what all offsets count in. */
export const toNfc = (text: string): string =>
  text.replace(/[ƣƢ]/g, (letter) => mistaken[letter] ?? letter).normalize('NFC');

/** Zero-width, bidi and variation marks, soft hyphen, byte order mark: nothing a reader sees. */
const invisible = /\p{Cf}|\u034f|[\ufe00-\ufe0f]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * The text as a person sees it: without zero-width and bidi marks, control characters as blanks.
 * For questions and names only; stored text keeps every code unit because citations count them.
 */
export const stripInvisible = (text: string): string => text.replace(invisible, '').replace(controls, ' ');

/** Links, tags and marks of formatting that come along when text is pasted into a message; they ask nothing. */
const markup = /https?:\/\/\S+|<\/?[a-z][^<>]{0,80}>|[*_`~#]{1,3}(?=\s|$)|(?<=\s|^)[*_`~#]{1,3}|\*\*|__|[[\]`]/giu;

/** A typed message made ready for reading: NFC, nothing invisible, no markup, every run of blanks one blank, trimmed. */
export const cleanMessage = (text: string): string =>
  stripInvisible(toNfc(text)).replace(markup, ' ').replace(/\s+/g, ' ').trim();

/** The text in NFC: what is stored, and what all offsets count in. */
export const toNfc = (text: string): string => text.normalize('NFC');

/** Zero-width, bidi and variation marks, soft hyphen, byte order mark: nothing a reader sees. */
const invisible = /\p{Cf}|\u034f|[\ufe00-\ufe0f]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * The text as a person sees it: without zero-width and bidi marks, control characters as blanks.
 * For questions and names only; stored text keeps every code unit because citations count them.
 */
export const stripInvisible = (text: string): string => text.replace(invisible, '').replace(controls, ' ');

/** A typed message made ready for reading: NFC, nothing invisible, every run of blanks one blank, trimmed. */
export const cleanMessage = (text: string): string => stripInvisible(toNfc(text)).replace(/\s+/g, ' ').trim();

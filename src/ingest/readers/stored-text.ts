import { toNfc } from '../../vietnamese/normalize.ts';

/** The text as it is stored: NFC, line ends as `\n`, no byte order mark. All offsets of a document point into this. */
export function storedText(decoded: string): string {
  const unmarked = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  return toNfc(unmarked.replace(/\r\n?/g, '\n'));
}

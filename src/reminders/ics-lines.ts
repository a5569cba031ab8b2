/** Longest line of an iCalendar file in bytes, without its end (RFC 5545, 3.1). */
const LINE_BYTES = 75;

/** A text value: no control characters, and what would end it is escaped (RFC 5545, 3.3.11). */
export function icsText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
      .toWellFormed()
      .replace(/[\\;,]/g, (mark) => `\\${mark}`)
      .replaceAll('\n', '\\n')
  );
}

/** Content lines as a file: long ones folded between characters, never inside one. */
export function icsFile(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''));
}

function folded(line: string): string {
  const parts: string[] = [];
  let [part, room] = ['', LINE_BYTES];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (size > room) {
      parts.push(part);
      // The blank that marks a folded line takes a byte of it.
      [part, room] = ['', LINE_BYTES - 1];
    }
    part += character;
    room -= size;
  }
  return [...parts, part].join('\r\n ');
}

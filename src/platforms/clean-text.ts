/** Marks that show nothing but could hide text, turn a figure around (bidi overrides) or steer a terminal. The joiner of emoji stays. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const lineBreak = /\r\n?|\u0085|\u2028|\u2029/g;
const blank = /[\t\v\f]/g;

/** Text from documents and people made safe to show: no control, bidi or zero-width marks, no half surrogates; line breaks stay. */
export function cleanText(text: string): string {
  return text.replace(lineBreak, '\n').replace(blank, ' ').replace(hidden, '').toWellFormed();
}

/** The same on one line, blanks drawn together: for table cells, labels and buttons. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

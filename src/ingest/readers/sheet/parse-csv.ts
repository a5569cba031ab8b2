import { DataError } from '../../../domain/errors.ts';

/**
 * The records of a text of separated fields, one by one (RFC 4180: quoted fields may hold separators, line ends and doubled quotes). Throws
 * DataError for a record of more than `widest` fields.
 */
export function* parseCsv(
  text: string,
  separator: string,
  widest = Number.POSITIVE_INFINITY,
): Generator<string[], void> {
  let fields: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const field = text[at] === '"' ? quotedField(text, at) : bareField(text, at, separator);
    if (fields.push(field.text) > widest)
      throw new DataError(`Bảng quá rộng (hơn ${widest} cột), không phải bảng của văn bản chỉ đạo.`, 'csv');
    at = field.end;
    if (text[at] === separator) at++;
    else {
      yield fields;
      fields = [];
      if (text[at] === '\r' && text[at + 1] === '\n') at++;
      at++;
    }
  }
}

function quotedField(text: string, start: number): { text: string; end: number } {
  let at = start + 1;
  let said = '';
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { text: said + text.slice(at), end: text.length };
    said += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { text: said, end: quote + 1 };
    said += '"';
    at = quote + 2;
  }
}

function bareField(text: string, start: number, separator: string): { text: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { text: text.slice(start, end), end };
}

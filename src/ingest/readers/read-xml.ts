import { DataError } from '../../domain/errors.ts';

/** What `readXml` reports, names without their prefix. An empty element opens and closes. `attributes` is raw: see `attribute`. */
export type XmlHandler = {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(content: string): void;
};

const deepest = 200;
const quote = 34;
const apostrophe = 39;
const greater = 62;

/**
 * Reads XML in one pass and reports its elements and texts. No document type, hence no entity of its own, is let in, and nothing is
 * fetched. Throws DataError when it is cut off, its elements do not match or it is nested more than 200 deep.
 */
export function readXml(xml: string, handler: XmlHandler): void {
  const path: string[] = [];
  let at = 0;
  for (;;) {
    const open = xml.indexOf('<', at);
    if (open > at && path.length > 0) handler.text(decodeEntities(xml.slice(at, open)));
    if (open === -1) break;
    at = afterMarkup(xml, open, handler) ?? readTag(xml, { open, path, handler });
  }
  if (path.length > 0 || xml.trim() === '') throw broken('bị cắt cụt');
}

const broken = (how: string): DataError =>
  new DataError(`Tệp hỏng (nội dung bên trong ${how}), không đọc được.`, 'XML');

/** The offset behind a comment, an instruction or a CDATA section that opens here; null for a tag. */
function afterMarkup(xml: string, open: number, handler: XmlHandler): number | null {
  const next = xml.charCodeAt(open + 1);
  if (next === 63) return behind(xml, open, '?>');
  if (next !== 33) return null;
  if (xml.startsWith('<!--', open)) return behind(xml, open, '-->');
  if (!xml.startsWith('<![CDATA[', open)) throw broken('có khai báo không được phép');
  const end = behind(xml, open, ']]>');
  handler.text(xml.slice(open + 9, end - 3));
  return end;
}

function behind(xml: string, open: number, mark: string): number {
  const end = xml.indexOf(mark, open + 2);
  if (end === -1) throw broken('bị cắt cụt');
  return end + mark.length;
}

function readTag(xml: string, { open, path, handler }: { open: number; path: string[]; handler: XmlHandler }): number {
  const end = endOfTag(xml, open + 1);
  if (xml.charCodeAt(open + 1) === 47) {
    const name = localName(xml, open + 2, end);
    if (path.pop() !== name) throw broken('không khớp thẻ');
    handler.close(name);
    return end + 1;
  }
  const isEmpty = xml.charCodeAt(end - 1) === 47;
  const stop = isEmpty ? end - 1 : end;
  const nameEnd = endOfName(xml, open + 1, stop);
  const name = localName(xml, open + 1, nameEnd);
  handler.open(name, nameEnd < stop ? xml.slice(nameEnd, stop) : '');
  if (isEmpty) handler.close(name);
  else if (path.push(name) > deepest) throw broken('lồng quá sâu');
  return end + 1;
}

/** A ">" inside a quoted value closes nothing. */
function endOfTag(xml: string, from: number): number {
  let quoted = 0;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quoted !== 0) {
      if (code === quoted) quoted = 0;
    } else if (code === greater) return at;
    else if (code === quote || code === apostrophe) quoted = code;
  }
  throw broken('bị cắt cụt');
}

function endOfName(xml: string, from: number, stop: number): number {
  let at = from;
  while (at < stop && xml.charCodeAt(at) > 32) at++;
  return at;
}

function localName(xml: string, from: number, to: number): string {
  let end = to;
  while (end > from && xml.charCodeAt(end - 1) <= 32) end--;
  let start = end;
  while (start > from && xml.charCodeAt(start - 1) !== 58) start--;
  return xml.slice(start, end);
}

/** The value of an attribute, with or without a prefix, in raw attributes; null when it is not there. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before > 32 && before !== 58) continue;
    let equals = at + name.length;
    while (attributes.charCodeAt(equals) <= 32) equals++;
    if (attributes.charCodeAt(equals) !== 61) continue;
    let open = equals + 1;
    while (attributes.charCodeAt(open) <= 32) open++;
    const mark = attributes[open];
    if (mark !== '"' && mark !== "'") continue;
    const end = attributes.indexOf(mark, open + 1);
    return end === -1 ? null : decodeEntities(attributes.slice(open + 1, end));
  }
  return null;
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return named.get(body) ?? whole;
    const code = body[1] === 'x' || body[1] === 'X' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}

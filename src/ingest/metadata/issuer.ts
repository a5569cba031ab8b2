import { isBodyLine, isNationalLine } from '../structure/frame-lines.ts';
import { parseTypeLine } from '../structure/type-line.ts';
import { actingBodies } from './acting-body.ts';
import { parseAttachedTo } from './attached-to.ts';
import { printedBodyName } from './body-name.ts';
import type { DocumentContext } from './document-context.ts';
import { nameFromHead, placeIn, withoutPlaceAround } from './head-bodies.ts';
import { isOfficial } from './own-number.ts';
import { issuerOfForm } from './portal-form.ts';

/**
 * Who issued the document, as printed today ("UBND tỉnh Nghệ An", "Chủ tịch UBND tỉnh Hà Giang", "Bộ Y tế"): from the head, the signature,
 * or an article's first sentences. A place left out ("UBND tỉnh") is added by the reader of localities. Null when nothing says.
 */
export function readIssuer(context: DocumentContext): string | null {
  const hinted = context.hints.get('issuer');
  if (hinted !== undefined) return printedBodyName(hinted);
  const printed =
    printedIssuer(context.headCells) ??
    (withoutPlaceAround(context.title) === context.title ? null : printedIssuer([context.title])) ??
    issuerOfForm(context.source) ??
    (isOfficial(context) ? null : reportedIssuer(context));
  const found = printed ?? parseAttachedTo(context)?.issuer ?? actingBody(context) ?? signingBody(context.footLines);
  return found === null ? null : printedBodyName(found);
}

const places = /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)\s(?![UỦ][YỶ]\s)/;

/** The last body named in capitals in the head: below the number's line it is the formal one ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"). */
function printedIssuer(cells: readonly string[]): string | null {
  const bodies: string[] = [];
  let joins = false;
  for (const cell of cells) {
    // A converter broke the first word off: "ỦY / BAN NHÂN DÂN".
    const text = withoutPlaceAround(cell)
      .replace(/\s+/g, ' ')
      .replace(/:$/, '')
      .replace(/^(?=BAN NHÂN DÂN(?!\p{L}))/u, 'ỦY ');
    if (isNationalLine(text) || /^CỘNG(?: H[ÒO][AÀ](?: XÃ)?)?$|^ĐỘC LẬP/iu.test(text)) continue;
    const last = bodies.length - 1;
    if (bodies[last] !== undefined && isCutName(bodies[last], text)) {
      bodies[last] = `${bodies[last]} ${text}`;
      continue;
    }
    if (places.test(text) && text.length < 50 && bodies[last] !== undefined && !places.test(bodies[last])) {
      if (placeIn(bodies[last]) !== '') continue;
      bodies[last] = `${bodies[last]} ${text}`;
      continue;
    }
    if (isBodyLine(text)) bodies.push(text);
    else if (joins && bodies[last] !== undefined && placeIn(bodies[last]) === '' && isContinuation(text))
      bodies[last] = `${bodies[last]} ${text}`;
    joins = isBodyLine(text) || isContinuation(text);
  }
  return nameFromHead(bodies);
}

/** A name broken within a word of two syllables: "… HUYỆN LỤC / NGẠN", "… VÀ MÔI / TRƯỜNG". */
const isCutName = (above: string, text: string): boolean =>
  (/\sMÔI$/u.test(above) && /^TRƯỜNG(?:\s|$)/u.test(text)) ||
  (/(?:TỈNH|HUYỆN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG)\s(?!ỦY|UỶ)\p{Lu}{2,7}$/u.test(above) &&
    /^\p{Lu}{2,7}$/u.test(text) &&
    parseTypeLine(text) === null);

/** A second line of a long name: capitals, nothing of the head's other lines. */
function isContinuation(text: string): boolean {
  if (parseTypeLine(text) !== null) return false;
  return (
    text.length < 60 &&
    text === text.toUpperCase() &&
    /^\p{Lu}{2}[\p{Lu}\s,–-]+$/u.test(text) &&
    !/KHÓA|KỲ HỌP|^CỦA\s/.test(text)
  );
}

/** The subject of an article's first sentence: "Ngày 26/1/2022, UBND huyện Chợ Đồn đã ban hành Kế hoạch …". */
function reportedIssuer({ lead }: DocumentContext): string | null {
  for (const paragraph of lead) {
    const opening = paragraph.slice(0, 600);
    const acting = actingBodies(opening)[0];
    const owner = ownerPattern.exec(opening)?.[1];
    if (owner !== undefined && (acting === undefined || /^phó/i.test(acting))) return owner;
    if (acting !== undefined) return acting;
  }
  return null;
}

const ownerPattern =
  /(?:Quyết định|Chỉ thị|Nghị quyết|Kế hoạch|Công điện)\s(?:số\s)?\d\S{3,20}\scủa\s((?:Thủ tướng )?Chính phủ|Quốc hội)/u;

/** Who acts in the first part of the running text. */
function actingBody({ source, structure, lead }: DocumentContext): string | null {
  for (const paragraph of lead) {
    const acting = actingBodies(paragraph.slice(0, 3000))[0];
    if (acting !== undefined) return acting;
  }
  for (const block of structure.blocks.slice(4, 40)) {
    if (block.kind !== 'paragraph') continue;
    const text = source.text.slice(block.start, Math.min(block.end, block.start + 3000)).replace(/\s+/g, ' ');
    const acting = actingBodies(text)[0];
    if (acting !== undefined) return acting;
  }
  return null;
}

/** The last lines of a document without any other sign of its issuer: "TM. ỦY BAN NHÂN DÂN". */
function signingBody(lines: readonly string[]): string | null {
  for (const line of lines) {
    const match = /T\/?M\.?\s+(.{4,60})/u.exec(line.replace(/[*_|]/g, ''));
    if (match?.[1] !== undefined) return match[1].trim();
  }
  return null;
}

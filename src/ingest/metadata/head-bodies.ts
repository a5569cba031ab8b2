import { printedBodyName } from './body-name.ts';

/** Names of bodies as the head of a document prints them in capitals, one a line, the body above first. */

const unit = 'TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU';
const place = new RegExp(`(?:${unit})\\s\\p{Lu}[\\p{Lu}\\s'’-]+$`, 'u');
const committee = /(?:^|\s)(TỈNH|THÀNH|HUYỆN|QUẬN|THỊ) [UỦ][YỶ] (\p{Lu}[\p{Lu}\s'’-]+)$/u;

/** "UBND XÃ ĐĂK MÔNG - HUYỆN KƠ NANG" → "UBND XÃ ĐĂK MÔNG": where a place lies is no part of the body's name. */
export const withoutPlaceAround = (text: string): string =>
  text.replace(new RegExp(`(?<=(?:^|\\s)(?:${unit})\\s[^-–,]{2,40}?)(?: [-–]|,) (?:${unit})\\s[^-–]{2,40}$`, 'u'), '');

/** The place that the name of a body ends with ("HUYỆN KIM BẢNG", also of "HUYỆN ỦY KIM BẢNG"); '' for none. */
export function placeIn(text: string): string {
  const party = committee.exec(text);
  if (party !== null) return `${party[1]?.replace('THÀNH', 'THÀNH PHỐ').replace(/^THỊ$/, 'THỊ XÃ')} ${party[2]}`;
  return place.exec(text)?.[0] ?? '';
}

/** Bodies that are named after the one they belong to. */
const organ =
  /^(?:VĂN PHÒNG|BAN CHẤP HÀNH|BCH|BAN THƯỜNG VỤ|BTV|BAN THƯỜNG TRỰC|ỦY BAN KIỂM TRA|BAN TỔ CHỨC|BAN TUYÊN GIÁO(?: VÀ DÂN VẬN)?|BAN DÂN VẬN|BAN NỘI CHÍNH|BAN XÂY DỰNG ĐẢNG|HỘI ĐỒNG THI ĐUA\s?[-–,]?\s?(?:VÀ )?KHEN THƯỞNG)$/u;
/** Whose committee of a place it is stands on the line above: "ĐOÀN TNCS HỒ CHÍ MINH / BCH TỈNH LÂM SƠN". */
const committeeOfPlace = new RegExp(`^(BAN CHẤP HÀNH|BCH|BAN THƯỜNG VỤ|BTV)\\s((?:${unit})\\s.+)$`, 'u');
const assembly =
  /^(BAN (?:CHẤP HÀNH|THƯỜNG VỤ)(?: ĐẢNG BỘ)?)\s(TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)(?:\s?\(?KHO[ÁA]\s[^)]{1,20}\)?)?$/u;

/** Who issues, of all bodies of a head: the last one, with the body or place above it that its name needs. Null for none. */
export function nameFromHead(bodies: readonly string[]): string | null {
  const last = bodies.at(-1);
  if (last === undefined) return null;
  const above = bodies.at(-2);
  const around =
    bodies
      .slice(0, -1)
      .map(placeIn)
      .findLast((found) => found !== '') ?? '';
  const isOfGovernment =
    above !== undefined && /^(?:UBND|[UỦ][YỶ] BAN NHÂN DÂN)/u.test(above) && last.startsWith('HỘI');
  if (above !== undefined && organ.test(last) && !isOfGovernment)
    return `${printedBodyName(last)} ${printedBodyName(above)}`;
  const own = committeeOfPlace.exec(last);
  if (own !== null && above !== undefined && placeIn(above) === '')
    return `${printedBodyName(own[1] ?? '')} ${printedBodyName(`${above} ${own[2]}`)}`;
  const party = assembly.exec(last);
  if (party !== null && around.startsWith(party[2] ?? '')) return `${party[1]} ${around}`;
  const placeName = around.replace(new RegExp(`^(?:${unit})\\s`, 'u'), '');
  if (around === '' || placeIn(last) !== '' || last.endsWith(` ${placeName}`)) return last;
  return /^BỘ|^QUỐC HỘI|^CHÍNH PHỦ|^THỦ TƯỚNG/.test(last)
    ? last
    : `${last.replace(/\s(?:TỈNH|HUYỆN|THÀNH PHỐ|XÃ|PHƯỜNG|QUẬN)$/u, '')} ${around}`;
}

import type { Locality } from '../../domain/locality.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { FoundLocality } from '../../vietnamese/gazetteer.ts';
import { placeOf, unitKinds } from '../../vietnamese/gazetteer-units.ts';
import type { DocumentContext } from './document-context.ts';

const searchedText = 20_000;
const dated = /^((?:TP\.?\s?|[Tt]hành phố )?\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){0,3}),\s{0,3}ngày/u;
/** "UBND tỉnh", "trên địa bàn huyện", "toàn xã": of what kind the place is that issues. */
const spoken =
  /(?<!\p{L})(?:UBND|HĐND|[UỦ][yỷ] ban nhân dân|toàn|địa bàn|trong|của) (tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?!\p{L}| [uủ][yỷ])/giu;

/**
 * "Quảng Vinh, ngày 26 tháng 3 năm 2025" under a head that names no place: the issuer's own (Nghị định 30/2020/NĐ-CP, Phụ lục I), of the kind that
 * its name or the text tells. Null where the head is not dated so, or nothing tells the kind.
 */
export function datedPlace({ headCells, source }: DocumentContext, issuer: string): Locality | null {
  const name = headCells.map((cell) => dated.exec(cell)?.[1]).find((found) => found !== undefined);
  if (issuer === '' || name === undefined || name === 'Hà Nội') return null;
  const label = kindOf(issuer) ?? mostSpoken(source.text.slice(0, searchedText));
  const kind = unitKinds.find((unit) => unit.label === label && unit.isTyped === undefined);
  return kind === undefined ? null : placeOf(kind, name.replace(/^(?:TP\.?\s?|[Tt]hành phố )/u, ''));
}

function kindOf(issuer: string): string | null {
  const folded = fold(issuer);
  if (/^so |(?:^|\s)so [a-z]/.test(folded) || /^(?:tinh|ban chap hanh dang bo tinh)/.test(folded)) return 'tỉnh';
  const last = /\s(tỉnh|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)$/iu.exec(issuer)?.[1];
  return last === undefined ? null : last.toLowerCase();
}

function mostSpoken(text: string): string | null {
  const counts = new Map<string, number>();
  for (const [, kind = ''] of text.matchAll(spoken)) {
    const label = kind.toLowerCase();
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const [most, next] = [...counts].sort(([, one], [, other]) => other - one);
  return most === undefined || (next !== undefined && next[1] === most[1]) ? null : most[0];
}

const portal =
  /^(?:cong (?:thong tin|giao tiep|ttdt)|trang (?:thong tin|tin|ttdt)|co quan (?:chu quan|cua)|bao |dai phat thanh|uy ban nhan dan|ubnd)/;
const edgeLines = 15;

/** "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH LÂM SƠN" above or below a page: the place whose portal it is, of a level where one is asked for; null for none. */
export function portalPlace(
  { source }: DocumentContext,
  level: Locality['level'] | null,
  find: (text: string) => FoundLocality[],
): Locality | null {
  const lines = [...source.lines.slice(0, edgeLines), ...source.lines.slice(-edgeLines)];
  for (const { start, end } of lines) {
    if (end - start > 160 || !portal.test(source.folded.slice(start, end).trimStart())) continue;
    const found = find(source.text.slice(start, end).replace(/(?:điện tử|nhân dân)/giu, '$& UBND'))
      .map(({ locality }) => locality)
      .find((locality) => locality.level !== 'country' && (level === null || locality.level === level));
    if (found !== undefined) return found;
  }
  return null;
}

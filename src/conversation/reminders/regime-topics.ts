import { fold } from '../../vietnamese/fold.ts';

/** The levels and kinds of the reporting regime as people name them (Nghị định 09/2019/NĐ-CP). */
const levelNames: readonly (readonly [level: string, name: string, said: RegExp])[] = [
  ['commune', 'cấp xã', /\b(?:xa|phuong|thi tran|dac khu|cap xa)\b/],
  ['department', 'sở, ban, ngành', /\b(?:so|ban|nganh|phong|chi cuc|cap so|huyen|quan)\b/],
  ['province', 'cấp tỉnh', /\b(?:tinh|thanh pho|cap tinh)\b/],
];
const kindNames: readonly (readonly [kind: string, name: string, said: RegExp])[] = [
  ['first_half', '6 tháng đầu năm', /\b(?:6|sau) thang(?: dau nam)?\b/],
  ['second_half', '6 tháng cuối năm', /\b(?:6|sau) thang cuoi nam\b/],
  ['nine_months', '9 tháng', /\b(?:9|chin) thang\b/],
  ['monthly', 'hằng tháng', /\b(?:(?:hang|moi) thang|bao cao thang)\b/],
  ['quarterly', 'quý', /\bquy\b/],
  ['yearly', 'năm', /\b(?:(?:hang|moi) nam|bao cao nam)\b/],
];
const meansRegime =
  /\b(?:bao cao (?:dinh ky|thang|quy|nam|hang|moi|(?:6|9|sau|chin) thang)|che do bao cao|nghi dinh 0?9)\b/;

const unitStart =
  /^(?:so|ban|phong|ubnd|uy ban|chi cuc|cuc|cong an|truong|benh vien|hoi|doan|van phong|thanh tra|trung tam|kho bac|bao hiem|toa an|vien|dang uy|mat tran|bo chi huy) /;
/** Whether a name begins as those of units do ("Sở Tài chính", "UBND xã Cô Ba"). */
export const isUnitName = (words: string): boolean => unitStart.test(fold(words));

/** The level of a unit by its name: "UBND xã Cô Ba" → commune; null when the name does not tell. */
export function levelOfUnit(unit: string): string | null {
  const folded = fold(unit).replace(/^(?:ubnd|uy ban nhan dan|hdnd)\s+/, '');
  return levelNames.find(([, , said]) => folded.search(said) === 0)?.[0] ?? null;
}

/** The parts of the regime that some words name, as "level" or "level:kind"; `[]` when they do not speak of it. */
export function regimesIn(words: string): string[] {
  const folded = fold(words);
  if (!meansRegime.test(folded)) return [];
  const named = levelNames.filter(([, , said]) => said.test(folded)).map(([level]) => level);
  const levels = named.length > 0 ? named : levelNames.map(([level]) => level);
  const kinds = kindNames.filter(([, , said]) => said.test(folded)).map(([kind]) => kind);
  const kind = kinds.includes('second_half') ? 'second_half' : kinds[0];
  return levels.map((level) => (kind === undefined ? level : `${level}:${kind}`));
}

/** "báo cáo định kỳ quý, sở, ban, ngành" for "department:quarterly". */
export function regimeName(regime: string): string {
  const [level, kind] = regime.split(':');
  const levelName = levelNames.find(([key]) => key === level)?.[1] ?? level;
  const kindName = kindNames.find(([key]) => key === kind)?.[1];
  return `báo cáo định kỳ${kindName === undefined ? '' : ` ${kindName}`} (${levelName})`;
}

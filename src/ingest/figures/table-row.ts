import { fold } from '../../vietnamese/fold.ts';
import { unitInBrackets } from './table-value.ts';

/**
 * A row of a table of indicators: its full name, and what it is a part of. `isGroup`: it has no value and only groups. `unit`: of its own
 * cell, with ditto marks resolved.
 */
export type TableRow = {
  name: string;
  parent: TableRow | null;
  own: string;
  number: string;
  unit: string;
  level: number;
  isGroup: boolean;
  opensParts: boolean;
  /** It opens with "Trong đó": rows without a number below it go on with it. */
  isPartLine: boolean;
};

/** Where a table has its names, numbers and units; -1 for none. */
export type RowColumns = { nameAt: number; numberAt: number; unitAt: number };

const partWord = /^[-–+•*\s]*(?:trong (?:số )?đó|gồm|bao gồm|chia ra|cụ thể)\s*[:,]?\s*/iu;
const bullet = /^[-–+•*]\s*/u;
const ditto = /^(?:["”″'’`]{1,2}|-?\s?nt\s?-?|\/\/|như trên|-")$/iu;
const ownNumber = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-ZĐ]|[a-zđ])(?=[.)]\s)|^\d{1,2}(?:\.\d{1,2}){0,3}(?=\s)/;

/**
 * Reads a row below the rows of `path` (outermost first), which it may be a part of: "- Dịch vụ", "Trong đó: …", "1.2" under "1", "a" under
 * "1" where both count the same. The path is brought up to this row.
 */
export function openRow(texts: readonly string[], columns: RowColumns, path: TableRow[]): TableRow {
  const { nameAt, numberAt, unitAt } = columns;
  const raw = (texts[nameAt] ?? '').trim();
  const written =
    numberAt < 0
      ? (ownNumber.exec(raw)?.[0] ?? '')
      : (texts[numberAt] ?? '')
          .trim()
          .replace(/^\(/, '')
          .replace(/(?<![.)])[.)]+$/, '');
  const isDashed = bullet.test(written);
  const number = isDashed ? '' : written;
  const own = ownName(numberAt < 0 && number !== '' ? raw.slice(number.length).replace(/^[.)]?\s+/, '') : raw);
  const hasValue = texts.some((text, at) => at !== nameAt && at !== numberAt && at !== unitAt && /\d/.test(text));
  const last = path.at(-1) ?? null;
  const isPartLine = partWord.test(raw);
  if (!hasValue && isPartLine && own === '' && last !== null) {
    last.opensParts = true;
    return { ...last, name: '', isGroup: true };
  }
  const isBare =
    hasValue && (bareRate.test(own) || (numberAt >= 0 && !standsAlone(own) && countsSame(texts[unitAt] ?? '', last)));
  const level = levelOf(
    { number, isNumbered: numberAt >= 0, isPartLine, isBare, mark: isDashed ? written : raw },
    path,
  );
  while ((path.at(-1)?.level ?? -1) >= level) path.pop();
  const above = path.at(-1) ?? null;
  const unit = unitOf(texts[unitAt] ?? '', last, level >= partLevel ? above : null) || unitInBrackets(raw);
  const row = { name: own, parent: null, own, number, unit, level, isGroup: !hasValue, opensParts: false, isPartLine };
  const parent = hasValue ? wholeOf(row, above, unitAt < 0) : null;
  const read: TableRow = parent === null ? row : { ...row, parent, name: `${parent.name} - ${own}` };
  path.push(read);
  return hasValue ? read : { ...read, name: '' };
}

function ownName(raw: string): string {
  const name = raw
    .replace(partWord, '')
    .replace(bullet, '')
    .replace(/(?<!\s)\s*[:;]$/, '')
    .trim();
  const bare = name.replace(/(?<!\s)\s*(?:\((?:\d{1,2}|\*{1,3})\)|\*{1,3})$/u, '');
  return unitInBrackets(bare) === '' ? bare : bare.replace(/,\s*%$|(?<!\s)\s*\([^()]*\)$/u, '');
}

/** Rows from here on are parts of what stands above them, whatever they count. */
const partLevel = 6;

/** A row without a number right below a numbered one that counts the same is a part of it, unless its name opens an indicator of its own. */
const standsAlone = (own: string): boolean =>
  /^(?:tong|so |ty (?:le|trong|suat)|dien tich|san luong|thu nhap|muc |toc do|gia tri|von |chi so|he so)/.test(
    fold(own),
  );

/** Says nothing without the row above it. */
const bareRate = /^(?:tỷ|tỉ) (?:lệ|trọng|suất)(?: đạt)?$/iu;

const countsSame = (unit: string, last: TableRow | null): boolean =>
  last !== null && !last.isGroup && unit.trim() !== '' && (unit.trim() === last.unit || ditto.test(unit.trim()));

/** Below a numbered row one step in, below another such part beside it. */
const bareLevel = ({ level }: TableRow): number => (level >= partLevel ? level : partLevel + 1);

type Mark = { number: string; isNumbered: boolean; isPartLine: boolean; isBare: boolean; mark: string };

function levelOf({ number, isNumbered, isPartLine, isBare, mark }: Mark, path: readonly TableRow[]): number {
  if (/^[IVX]{1,5}$/.test(number)) return 1;
  if (/^[A-ZĐ]$/.test(number)) return 0;
  if (/^(?:\d{1,2})?[a-zđ]$/.test(number)) return 5;
  if (/^\d/.test(number)) return Math.min(4, 1 + number.split('.').length);
  const last = path.at(-1);
  // "Trong đó: …" is of the part right above it.
  if (isPartLine) return last !== undefined && last.level > partLevel ? Math.trunc(last.level) + 0.5 : partLevel + 1;
  if (/^\+/.test(mark)) return partLevel + 2;
  if (bullet.test(mark) || /^[a-zà-ỹ]/u.test(mark)) return partLevel + 1;
  if (isBare && last !== undefined && number === '') return bareLevel(last);
  if (isNumbered && number === '' && last?.isPartLine === true) return last.level;
  return path.some((row) => row.opensParts) && number === '' ? partLevel + 1 : 2;
}

function unitOf(cell: string, last: TableRow | null, above: TableRow | null): string {
  const unit = cell.trim();
  if (ditto.test(unit)) return last?.unit ?? '';
  return unit === '' ? (above?.unit ?? '') : unit;
}

/** The row that this one is a part of; null when it stands for itself. */
function wholeOf(row: TableRow, above: TableRow | null, hasNoUnits: boolean): TableRow | null {
  if (above === null) return null;
  const isPart = row.level >= partLevel;
  const isBelow =
    above.number !== '' &&
    /^(?:\.\d|[a-zđ]$)/.test(row.number.slice(above.number.length)) &&
    row.number.startsWith(above.number);
  if (above.isGroup) return (isPart || isBelow) && (countsParts(above) || isListed(row, above)) ? above : null;
  if (isPart || isBelow) return above;
  const countsSame = (row.unit !== '' && row.unit === above.unit) || (hasNoUnits && row.level === 5);
  return row.number !== '' && row.level > above.level && countsSame ? above : null;
}

/** "Tham gia bảo hiểm xã hội" over "+ BHXH bắt buộc": a numbered thing whose kinds say nothing alone; a field ("Về kinh tế") is none. */
const isListed = ({ own, level }: TableRow, above: TableRow): boolean =>
  level >= partLevel &&
  above.number !== '' &&
  !standsAlone(own) &&
  above.own.split(' ').length > 3 &&
  !/^(?:ve |(?:cac )?chi tieu|linh vuc|nhom |nganh |cong tac )/.test(fold(above.own));

/** "Cơ cấu kinh tế" without a value of its own over its parts. */
const countsParts = (above: TableRow): boolean =>
  above.own !== '' && /^(?:co cau|ty le|ty trong|toc do|tong|so )/.test(fold(above.own));

import { fold } from '../../vietnamese/fold.ts';

/** A row of a table of indicators: its full name, and what it is a part of. An empty name is a row that only groups. */
export type TableRow = {
  name: string;
  parent: string | null;
  own: string;
  number: string;
  isGroup: boolean;
  opensParts: boolean;
};

const partWord = /^[-–+•*\s]*(?:trong (?:số )?đó|gồm|bao gồm|chia ra)\s*[:,]?\s*/iu;
const bullet = /^[-–+•*]\s*/u;

/** Reads the name of a row below `above` (null for the first); parts ("- Dịch vụ", "Trong đó: …", "1.2" under "1") get their whole. */
export function openRow(
  texts: readonly string[],
  columns: { nameAt: number; numberAt: number },
  above: TableRow | null,
): TableRow {
  const raw = (texts[columns.nameAt] ?? '').trim();
  const number =
    columns.numberAt < 0
      ? (/^\d{1,2}(?:\.\d{1,2})*(?=[.)]?\s)/.exec(raw)?.[0] ?? '')
      : (texts[columns.numberAt] ?? '').trim().replace(/[.)]$/, '');
  const hasValue = texts.some((text, at) => at !== columns.nameAt && at !== columns.numberAt && /\d/.test(text));
  const isPartLine = partWord.test(raw);
  const bare = raw
    .replace(/^\d{1,2}(?:\.\d{1,2})*[.)]?\s+/, '')
    .replace(partWord, '')
    .replace(bullet, '')
    .replace(/\s*[:;]$/, '')
    .trim();
  const own = bare.replace(/\s*\((?:%|‰|ĐVT[^()]*)\)$/u, '');
  if (!hasValue) {
    const opensParts = isPartLine && own === '';
    return opensParts && above !== null
      ? { ...above, opensParts: true }
      : { name: '', parent: null, own, number, isGroup: true, opensParts: isPartLine };
  }
  const whole = wholeOf({ raw, number, isPartLine }, above);
  const name = whole === null ? own : `${whole} - ${own}`;
  return { name, parent: whole, own, number, isGroup: false, opensParts: above?.opensParts === true && number === '' };
}

function wholeOf(row: { raw: string; number: string; isPartLine: boolean }, above: TableRow | null): string | null {
  if (above === null) return null;
  const base = above.parent ?? (above.isGroup ? null : above.name);
  const isBullet = bullet.test(row.raw);
  if (row.isPartLine) return base;
  if (row.number === '' && (isBullet || above.opensParts || /^[a-zà-ỹ]/u.test(row.raw)))
    return base ?? groupName(above);
  if (row.number.includes('.') && !above.isGroup) {
    const parentNumber = row.number.slice(0, row.number.lastIndexOf('.'));
    if (above.number === parentNumber) return above.name;
    if (above.number.startsWith(`${parentNumber}.`)) return above.parent;
  }
  return null;
}

/** "Cơ cấu kinh tế" without a value of its own over its parts. */
const groupName = (above: TableRow): string | null =>
  /^(?:co cau|ty le|ty trong|toc do|tong|so )/.test(fold(above.own)) ? above.own : null;

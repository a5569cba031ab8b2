import type { BoundDue } from './bound-due.ts';
import type { SettledDue } from './settle-due.ts';

/**
 * A month, quarter, half year or year names no day: "trong quý IV/2025", "trước tháng 6/2026" are printed in the words of the text, with the year
 * where only the document tells it, and get no date of their own. Days and last days ("hết quý I", "chậm nhất tháng 5") stay as settled.
 */
export function asSaid({ term, binding }: BoundDue, settled: SettledDue, words: string): SettledDue {
  const isStretch = term.kind !== 'day' && term.kind !== 'weekday';
  if (!isStretch || binding === 'by' || settled.rule !== null) return settled;
  const said = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  if (settled.dueDate === null)
    return settled.due.endsWith('(không nêu năm)') ? { ...settled, due: `${said} (không nêu năm)` } : settled;
  const year = term.year === null ? /\d{4}/.exec(settled.due)?.[0] : undefined;
  const joint = term.kind === 'half' ? ' năm ' : '/';
  return { due: `${said}${year === undefined ? '' : `${joint}${year}`} (không nêu ngày)`, dueDate: null, rule: null };
}

import { fold } from '../../vietnamese/fold.ts';
import { findBoundDues } from './bound-due.ts';
import { boundOrBare } from './labelled-deadlines.ts';
import { type DueYears, type SettledDue, settleDue } from './settle-due.ts';

const stretches: ReadonlySet<string> = new Set(['month', 'quarter', 'half']);

/**
 * "Quý II/2024", "Tháng 5, tháng 9" and nothing else in a cell of times: said as written ("trong quý II/2024"), due at its end; several are one
 * deadline that comes back on the last day of each. Null where the cell binds in words ("trước tháng 7") or names a day.
 */
export function settleBareTimes(time: string, years: DueYears): SettledDue | null {
  const settled = timesIn(time).map((one) => settleBareTime(one, years));
  const times = settled.filter((one) => one !== null);
  const ends = times.map(({ end }) => end).sort();
  const [first] = ends;
  if (first === undefined || times.length < settled.length) return null;
  const due = `trong ${times.map(({ said }) => said).join(', ')}`;
  if (ends.length === 1) return { due, dueDate: first, rule: null };
  const months = [...new Set(ends.map((end) => Number(end.slice(5, 7))))].sort((a, b) => a - b);
  const last = ends.at(-1)?.replaceAll('-', '');
  return { due, dueDate: null, rule: `FREQ=YEARLY;BYMONTH=${months};BYMONTHDAY=-1;UNTIL=${last}T165959Z` };
}

/** "Quý II, IV/2024" as "Quý II/2024" and "quý IV/2024"; a cell of one time or of anything else whole. */
function timesIn(time: string): string[] {
  const parts = time
    .trim()
    .replace(/^trong\s+/iu, '')
    .split(/\s{0,3}[,;]\s{0,3}|\s{1,3}và\s{1,3}/u);
  const word = /^(?:tháng|quý)(?=\s)/iu.exec(parts[0] ?? '')?.[0].toLowerCase();
  const year = /(?:\s?\/\s?|\s+năm\s+)(\d{4})$/u.exec(time.trim())?.[1];
  const isMany = word !== undefined && parts.length > 1 && parts.every((part) => named.test(part));
  if (!isMany) return [time];
  return parts.map((part) => {
    const full = /^(?:tháng|quý)/iu.test(part) ? part : `${word} ${part}`;
    return year === undefined || /\d{4}$/.test(full) ? full : `${full}/${year}`;
  });
}

const named = /^(?:(?:tháng|quý)\s+)?(?:\d{1,2}|[IV]{1,3})(?:(?:\s?\/\s?|\s+năm\s+)\d{4})?$/iu;

function settleBareTime(time: string, years: DueYears): { said: string; end: string } | null {
  const folded = fold(time);
  if (findBoundDues(folded).length > 0) return null;
  const [due, another] = boundOrBare(folded);
  if (due === undefined || another !== undefined || !stretches.has(due.term.kind)) return null;
  const end = settleDue(due, years).dueDate;
  if (end === null) return null;
  const said = time
    .slice(due.start, due.end)
    .trim()
    .replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  const year = /\d{4}/.test(said) ? '' : `${due.term.kind === 'half' ? ' năm ' : '/'}${end.slice(0, 4)}`;
  return { said: `${said}${year}`, end };
}

import { allMatches } from '../../vietnamese/all-matches.ts';
import type { DueCycle } from './bound-due.ts';

/** What stretch a report is of, as written beside its date: "quý I", "6 tháng", "cả năm". Offsets in the folded text. */
export type ReportPeriod = { start: number; end: number; cycle: DueCycle | null };

const name =
  '(?:(?:so ket|tong ket) )?(?:(?:hang|moi) (?:tuan|thang|quy|nam)|quy (?:iv|i{1,3}|[1-4])(?: ?/ ?\\d{4})?|(?:0?6|sau) thang(?: (?:dau|cuoi)(?: nam)?)?(?: mot lan)?|(?:0?9|chin) thang(?: dau nam)?|' +
  '(?:giua |cuoi )?hoc ky (?:i{1,2}|[12])|dot (?:i{1,3}|\\d)|lan \\d|ca nam|(?:mot|0?1) nam|tuan|thang(?! \\d)|quy(?! dinh| che| hoach| mo| trinh)|(?<!\\d )nam(?! \\d| hoc| truoc(?! (?:ngay|\\d))| sau| nay))|so ket|tong ket';
const anywhere = new RegExp(`(?<![a-z\\d/])(?:${name})(?![a-z\\d])`, 'g');
/** Words that may stand between the stretch and the word that binds its date: "6 tháng gửi trước ngày 10/6", "quý I (chậm nhất ngày …". */
const last = new RegExp(`(?<![a-z\\d/])(${name})(?: (?:gui|nop|thi|la|xong|bao cao))? ?[(:,–-]? ?$`);
const behind = new RegExp(
  `^ ?\\(?(?:doi voi|cho) (?:cac )?(?:ky )?(?:bao cao )?(?:ket qua |dinh ky |cong tac )?(${name})(?![a-z\\d])`,
);
/** Opens what goes on with the list of the clause before: "6 tháng trước ngày 15/6", "năm (trước ngày 05/12)". */
const opening = new RegExp(
  `^(?:va |con |rieng )?(?!so ket|tong ket)(?:${name})(?: (?:gui|nop))? ?[(:,–-]? ?(?:gui |nop )?(?:truoc|cham nhat|muon nhat|vao|ngay \\d|den)(?![a-z])`,
);

/** The stretch named right before a date that binds; null for none. `from`: where the words about the date begin. */
export function periodBefore(folded: string, from: number, dueStart: number): ReportPeriod | null {
  const start = Math.max(from, dueStart - 50);
  const match = last.exec(folded.slice(start, dueStart));
  return match === null ? null : period(match[1] ?? '', start + match.index);
}

/** "trước ngày 15/6 đối với báo cáo 6 tháng": the stretch named behind a date; null for none. */
export function periodBehind(folded: string, dueEnd: number): ReportPeriod | null {
  const match = behind.exec(folded.slice(dueEnd, dueEnd + 90));
  const said = match?.[1] ?? '';
  return match === null ? null : period(said, dueEnd + match[0].length - said.length);
}

/** All stretches named in a part of a folded text, in order. */
export const periodsIn = (folded: string, from: number, to: number): ReportPeriod[] =>
  allMatches(anywhere, folded.slice(from, to)).map((match) => period(match[0], from + match.index));

export const opensWithPeriod = (folded: string): boolean => opening.test(folded);

const period = (said: string, start: number): ReportPeriod => ({
  start,
  end: start + said.length,
  cycle: cycleOf(said),
});

function cycleOf(said: string): DueCycle | null {
  if (/tuan/.test(said)) return 'week';
  if (/(?<!\d)(?:0?6|sau) thang/.test(said)) return 'half';
  if (/(?<!\d)(?:0?9|chin) thang/.test(said)) return 'nine';
  if (/thang$/.test(said)) return 'month';
  if (/quy$/.test(said)) return 'quarter';
  return /nam$/.test(said) ? 'year' : null;
}

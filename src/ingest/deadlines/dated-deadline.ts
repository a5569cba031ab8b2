import type { DeadlineFinding } from '../../domain/deadline.ts';
import type { Period } from '../../domain/period.ts';
import { actorOf, opensWithBody } from './acting-bodies.ts';
import { asSaid } from './as-said.ts';
import type { BoundDue } from './bound-due.ts';
import type { DeadlineInput } from './deadline-input.ts';
import { type DutyKind, sendingVerbs, withoutPurpose } from './duty-kind.ts';
import { dutyName, isBareName, plainDutyName } from './duty-name.ts';
import { quoteOf } from './duty-quote.ts';
import { finishingVerb, leadingVerb } from './duty-words.ts';
import { receiverAfter } from './receiver.ts';
import type { DutyPlace, SaidDuty } from './said-duty.ts';
import { settleDue } from './settle-due.ts';
import { taskAbove, timeLabel } from './task-above.ts';

/** One date of a clause: all that bind in it in order, which of them it is, and what it binds to. */
export type SaidDue = SaidDuty & { dues: readonly BoundDue[]; at: number; due: BoundDue; kind: DutyKind };

/** The duty of one date of a clause; null when the day lay behind already when the document was issued. */
export function datedDeadline(input: DeadlineInput, place: DutyPlace, said: SaidDue): DeadlineFinding | null {
  const { clause, due, kind } = said;
  const { text } = clause.flow;
  const { period, date } = input.metadata;
  const isPeriodic = isStanding(`${place.block.heading.join(' ')} ${text}`, period);
  const isOnce = !isPeriodic && said.dues.length === 1 && period.kind === 'none' && !isOfRegime(input, place.block);
  const settled = settleDue(isOnce ? { ...due, cycle: null } : due, { governed: period, issued: date, isPeriodic });
  if (settled.dueDate !== null && date !== null && settled.dueDate < date) return null;
  const sent = kind === 'report' ? receiverOf(text, due) : '';
  const who = actorBetween(said) ?? said.who ?? actorBehind(said) ?? place.actors.before(place.at);
  const what = dutyName({ ...said, text, to: sent });
  const isBare = isBareName(what) && kind !== 'span';
  const to =
    sent || (kind === 'span' ? '' : advisedBody(`${isBare ? said.before.text : ''} ${text.slice(0, due.start)}`));
  return {
    what: isBare ? nameAround(input, place, { ...said, to: sent }) : what,
    who,
    to,
    kind,
    ...asSaid(due, settled, text.slice(due.start, due.end)),
    ...quoteOf(
      input.source,
      { ...said, start: isBareName(what) ? Math.min(said.start, said.before.start ?? said.start) : said.start },
      due.end,
    ),
    heading: place.block.heading,
  };
}

/** "hoàn chỉnh báo cáo 6 tháng trước ngày 26/6" with none of these around is about the report to come. */
const standing = /định kỳ|(?<!\p{L})(?:hằng|hàng|mỗi|từng|chế độ|các kỳ) /iu;

const regimeReach = 500;
const isOfRegime = ({ source }: DeadlineInput, { start, end }: DutyPlace['block']): boolean =>
  standing.test(source.text.slice(Math.max(0, start - regimeReach), end + regimeReach));

/** "định kỳ" in a plan of one year is about that year; "sáu tháng một lần" and a regime of reports are for good. */
function isStanding(said: string, { kind, from, to }: Period): boolean {
  const isOfOneYear = kind === 'year' && from?.slice(0, 4) === to?.slice(0, 4);
  return (
    /(?:một|01|1) lần|chế độ (?:thông tin,? )?báo cáo định kỳ/iu.test(said) || (!isOfOneYear && /định kỳ/iu.test(said))
  );
}

const leastName = 12;

/** "Hoàn thành trước ngày 30/6." is about what the clause before, the line above or the heading names. */
function nameAround(
  input: DeadlineInput,
  place: DutyPlace,
  { before, from, clause, due, to }: SaidDue & { to: string },
): string {
  const label = /^(\p{Lu}[^:;,.]{4,80}): /u.exec(clause.flow.text)?.[1];
  if (
    label !== undefined &&
    !/\d/.test(label) &&
    !isBareName(label) &&
    !timeLabel.test(`${label}:`) &&
    !opensWithBody(label)
  )
    return label;
  const behind = clause.flow.text.slice(due.end).replace(/^[\s,:–-]{1,4}/u, '');
  const opening = clause.flow.text.slice(from, due.start).trim();
  const isOpening = opening === '' || isBareName(opening);
  if (isOpening && behind.length >= leastName && !opensWithBody(behind)) return plainDutyName(behind, to);
  const own = plainDutyName(before.text, '');
  if (before.text !== '' && !isBareName(own)) return own;
  const isLead = place.block.kind === 'heading' || /:\s*$/.test(clause.flow.text);
  const around = isLead ? '' : taskAbove(input, place.at) || place.block.heading.at(-1);
  return around || plainDutyName(clause.flow.text.slice(from, due.start), to === '' ? to : '') || 'hoàn thành';
}

/** "Sáu tháng một lần, trước ngày 10/6 và ngày 10/12, Văn phòng … báo cáo": who has to act is named behind all dates. */
function actorBehind({ clause, dues }: SaidDue): string | null {
  const { text } = clause.flow;
  const end = dues.at(-1)?.end ?? text.length;
  if (sendingVerbs(withoutPurpose(text.slice(0, end))).length > 0) return null;
  const behind = text.slice(end).replace(/^[\s,)]{1,4}/u, '');
  return actorOf(behind.charAt(0).toUpperCase() + behind.slice(1))?.name ?? null;
}

const longestActor = 60;

/** "… trước ngày 05/12, Trưởng khối tổng hợp, gửi … trước ngày 10/12": another body behind the date before. */
function actorBetween({ clause, dues, at, due }: SaidDue): string | null {
  const before = dues[at - 1];
  if (before === undefined) return null;
  const between = clause.flow.text.slice(before.end, due.start).replace(/^[\s,)]+(?:và\s)?/u, '');
  const isName = between.length <= longestActor && opensWithBody(between) && !finishingVerb.test(between);
  return actorOf(between)?.name ?? (isName ? between.trim() : null);
}

/** "tham mưu UBND tỉnh kiện toàn …": for whom a draft is made. */
function advisedBody(text: string): string {
  const at = /(?<!\p{L})tham mưu(?:,? giúp| cho| trình)?(?!\p{L})/iu.exec(text);
  return at === null ? '' : receiverAfter(text.slice(at.index + at[0].length).replace(/^,.*$/su, ''));
}

/** The body behind the verb of sending nearest before the date; behind any other when that one names none. */
function receiverOf(text: string, due: BoundDue): string {
  const verbs = sendingVerbs(withoutPurpose(text));
  const ordered = [...verbs.filter((at) => at < due.start).reverse(), ...verbs.filter((at) => at >= due.start)];
  for (const at of ordered) {
    const receiver = receiverAfter(text.slice(at).replace(leadingVerb, ''));
    if (receiver !== '') return receiver;
  }
  return '';
}

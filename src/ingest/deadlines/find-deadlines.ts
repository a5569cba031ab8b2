import type { DeadlineFinding } from '../../domain/deadline.ts';
import type { DocumentBlock } from '../block.ts';
import type { SourceText } from '../source-text.ts';
import { type Actor, actorOf } from './acting-bodies.ts';
import { type ActorContext, actorContext } from './actor-context.ts';
import { asSaid } from './as-said.ts';
import { type BoundDue, findBoundDues } from './bound-due.ts';
import { type Clause, clausesOf } from './clause.ts';
import type { DeadlineInput } from './deadline-input.ts';
import { type DutyKind, kindOfDue, sendingVerbs, withoutPurpose } from './duty-kind.ts';
import { dutyName, isBareName, plainDutyName } from './duty-name.ts';
import { leadingVerb } from './duty-words.ts';
import { findLabelledDeadlines } from './labelled-deadlines.ts';
import { labelOpening, timeOpening } from './opening-words.ts';
import { receiverAfter } from './receiver.ts';
import { receiverAround } from './receiver-around.ts';
import { settleDue } from './settle-due.ts';
import { findSharedDeadlines } from './shared-deadlines.ts';
import { findTableDeadlines } from './table-deadlines.ts';
import { taskAbove } from './task-above.ts';
import { findUndatedDue, withinEvent } from './undated-due.ts';

/**
 * Every duty with a time in a document: reports to send, work to finish, campaigns that run until a day; duties to report without a date
 * among them. One finding a date. `[]` when the document sets none. Time is linear in its length.
 */
export function findDeadlines(input: DeadlineInput): DeadlineFinding[] {
  const found: DeadlineFinding[] = [];
  const actors = actorContext(input);
  for (const [at, block] of input.blocks.entries()) {
    if (block.kind === 'table') for (const one of findTableDeadlines(input, block)) found.push(one);
    else {
      const labelled = findLabelledDeadlines(input, at, actors) ?? findSharedDeadlines(input, at, actors);
      for (const one of withReceiverOfBlock(labelled ?? deadlinesOfBlock(input, { block, at, actors }))) {
        const isUnsent = one.kind === 'report' && one.to === '' && block.kind === 'list_item';
        found.push(isUnsent ? { ...one, to: receiverAround(input, at) } : one);
      }
    }
  }
  return withoutRepeats(found);
}

/** "Báo cáo quý trước ngày 20 …. Báo cáo gửi về Sở Tài chính.": what a block says once of where reports go holds for those of the same body. */
function withReceiverOfBlock(found: readonly DeadlineFinding[]): readonly DeadlineFinding[] {
  return found.map((one, at) => {
    if (one.kind !== 'report' || one.to !== '' || !reporting.test(one.what)) return one;
    const others = [...found.slice(0, at).reverse(), ...found.slice(at + 1)];
    const same = others.find(
      ({ kind, to, who, what }) => kind === 'report' && to !== '' && who === one.who && reporting.test(what),
    );
    return same === undefined ? one : { ...one, to: same.to };
  });
}

const reporting = /báo cáo|số liệu/iu;

type Place = { block: Exclude<DocumentBlock, { kind: 'table' }>; at: number; actors: ActorContext };

function deadlinesOfBlock(input: DeadlineInput, place: Place): DeadlineFinding[] {
  const found: DeadlineFinding[] = [];
  let actor: (Actor & { sentenceStart: number }) | null = null;
  let before: Clause | null = null;
  let saidBefore = '';
  for (const clause of clausesOf(input.source, place.block)) {
    const own = openingActor(clause.flow.text);
    if (own !== null) actor = { ...own, sentenceStart: clause.sentenceStart };
    const isInherited = own === null && actor?.sentenceStart === clause.sentenceStart;
    const start =
      isInherited && clause.end - clause.sentenceStart <= longestQuote ? clause.sentenceStart : clause.start;
    const said = deadlinesOfClause(input, place, {
      clause,
      who: actor?.name ?? null,
      from: own?.end ?? 0,
      start,
      before: { text: saidBefore, start: before?.sentenceStart === clause.sentenceStart ? before.start : null },
    });
    before = clause;
    saidBefore = clause.flow.text.slice(own?.end ?? 0);
    for (const one of isInherited ? withReceiverOf(said, found.at(-1)) : said) found.push(one);
  }
  return found;
}

/** "… gửi báo cáo về Sở Nội vụ: báo cáo tháng …; báo cáo quý …": the receiver said first holds for the rest of the sentence. */
function withReceiverOf(said: readonly DeadlineFinding[], before: DeadlineFinding | undefined): DeadlineFinding[] {
  return said.map((finding) =>
    finding.kind === 'report' && finding.to === '' ? { ...finding, to: before?.to ?? '' } : finding,
  );
}

/** A quote begins with its sentence, where who has to act is named, unless that makes it longer than this. */
const longestQuote = 280;

const mostOpenings = 3;

/** Who a clause opens with; "Hằng năm, Sở …", "Định kỳ hằng quý, 6 tháng và năm, các sở …" open with the time. */
function openingActor(text: string): Actor | null {
  let from = 0;
  for (let openings = 0; openings <= mostOpenings; openings++) {
    const rest = text.slice(from);
    const actor = actorOf(from === 0 ? rest : rest.charAt(0).toUpperCase() + rest.slice(1));
    if (actor !== null) return { name: actor.name, end: actor.end + from };
    const opening = timeOpening.exec(rest) ?? labelOpening.exec(rest);
    if (opening === null) return null;
    from += opening[0].length;
  }
  return null;
}

/**
 * What a clause says: who acts (null: said elsewhere), where the duty begins in it, where its quote begins in the source, and the clause
 * before: its duty, and where it begins when it is of the same sentence.
 */
type Said = {
  clause: Clause;
  who: string | null;
  from: number;
  start: number;
  before: { text: string; start: number | null };
};

function deadlinesOfClause(input: DeadlineInput, place: Place, said: Said): DeadlineFinding[] {
  const { text, folded } = said.clause.flow;
  const dues = findBoundDues(folded).filter((due) => !isTakenBack(folded, due));
  const dated = dues.flatMap((due, at) => {
    const kind = kindOfDue(text, due);
    const finding = kind === null ? null : datedDeadline(input, place, { ...said, dues, at, due, kind });
    return finding === null ? [] : [finding];
  });
  if (dated.length > 0 || dues.some((due) => due.term.kind !== 'year')) return dated;
  const undated = undatedDeadline(input, place, said);
  return undated === null ? [] : [undated];
}

/** "…, thay vì trước ngày 05/12", "từ ngày 05/12 thành ngày 20/12": the day that another one takes the place of. */
const isTakenBack = (folded: string, { start, end }: BoundDue): boolean =>
  /(?<![a-z])thay (?:vi|cho|the)(?: [a-z]+){0,4} ?$/.test(folded.slice(Math.max(0, start - 50), start)) ||
  /^ ?(?:thanh|sang)(?: [a-z]+){0,3} ?\d/.test(folded.slice(end, end + 30));

type SaidDue = Said & { dues: readonly BoundDue[]; at: number; due: BoundDue; kind: DutyKind };

function datedDeadline(input: DeadlineInput, place: Place, said: SaidDue): DeadlineFinding | null {
  const { clause, due, kind } = said;
  const { text } = clause.flow;
  const isPeriodic = /định kỳ|(?:một|01|1) lần/iu.test(`${place.block.heading.join(' ')} ${text}`);
  const { period, date } = input.metadata;
  const settled = settleDue(due, { governed: period, issued: date, isPeriodic });
  if (settled.dueDate !== null && date !== null && settled.dueDate < date) return null;
  const sent = kind === 'report' ? receiverOf(text, due) : '';
  const who = actorBetween(said) ?? said.who ?? place.actors.before(place.at);
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

/** "Hoàn thành trước ngày 30/6." is about what the clause before, the line above or the heading names. */
function nameAround(
  input: DeadlineInput,
  place: Place,
  { before, from, clause, due, to }: SaidDue & { to: string },
): string {
  const own = plainDutyName(before.text, '');
  if (before.text !== '' && !isBareName(own)) return own;
  const isLead = place.block.kind === 'heading' || /:\s*$/.test(clause.flow.text);
  const around = isLead ? '' : taskAbove(input, place.at) || place.block.heading.at(-1);
  return around || plainDutyName(clause.flow.text.slice(from, due.start), to === '' ? to : '') || 'hoàn thành';
}

/** "… trước ngày 05/12, Trưởng khối tổng hợp, gửi … trước ngày 10/12": another body behind the date before. */
function actorBetween({ clause, dues, at, due }: SaidDue): string | null {
  const before = dues[at - 1];
  if (before === undefined) return null;
  return actorOf(clause.flow.text.slice(before.end, due.start).replace(/^[\s,)]+(?:và\s)?/u, ''))?.name ?? null;
}

function undatedDeadline(input: DeadlineInput, place: Place, said: Said): DeadlineFinding | null {
  const duty = withoutPurpose(said.clause.flow.text);
  const undated = findUndatedDue(duty);
  if (undated === null) return null;
  const to = receiverAfter(duty.slice(undated.verbAt).replace(/^\S+(?: cáo)?/u, ''));
  const who = said.who ?? place.actors.before(place.at);
  const { kind } = undated;
  const isDateless =
    undated.due === 'không nêu ngày' && !(said.who !== null && /tổng hợp[^;]{0,60}báo cáo/iu.test(duty));
  const isReport = kind === 'report';
  // What says when needs no name: "báo cáo nhanh trước 06 giờ hằng ngày".
  const isTimed = /\d|yêu cầu/.test(undated.due);
  if (isReport && who === '' && (isDateless || (to === '' && !isTimed))) return null;
  if (isReport && to === '' && isDateless) return null;
  const what = plainDutyName(
    duty
      .slice(said.from)
      .replace(withinEvent, '')
      .replace(undated.due.replace(/ \(không nêu ngày\)$/u, ''), ''),
    to,
  );
  const quote = quoteOf(input.source, said, duty.trimEnd().length);
  return {
    what,
    who,
    to: isReport ? to : '',
    kind,
    due: undated.due,
    dueDate: null,
    rule: null,
    ...quote,
    heading: place.block.heading,
  };
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

/** From the duty's start to the end of its date, closing bracket and a short rest of the clause included. */
function quoteOf(
  source: SourceText,
  { clause, start }: Said,
  dueEnd: number,
): { quote: string; start: number; end: number } {
  const { text } = clause.flow;
  const bracket = /^(?:[^()]{0,30}\)| ?\([^()]{0,60}\))/.exec(text.slice(dueEnd));
  const isVerbBehind =
    sendingVerbs(text.slice(0, dueEnd)).length === 0 && sendingVerbs(withoutPurpose(text)).length > 0;
  const stop = isVerbBehind ? withoutPurpose(text).trimEnd().length : dueEnd + (bracket?.[0].length ?? 0);
  const end =
    text.length - stop <= 60 && withoutPurpose(text).length === text.length ? clause.end : clause.flow.at(stop);
  return { quote: source.text.slice(start, end), start, end };
}

function withoutRepeats(found: readonly DeadlineFinding[]): DeadlineFinding[] {
  const seen = new Set<string>();
  return found.filter(({ start, due, what }) => {
    const id = `${start}|${due}|${what}`;
    return !seen.has(id) && seen.add(id) !== undefined;
  });
}

import type { DeadlineFinding } from '../../domain/deadline.ts';
import { type Actor, actorOf, opensWithBody } from './acting-bodies.ts';
import { type BoundDue, findBoundDues } from './bound-due.ts';
import { type Clause, clausesOf } from './clause.ts';
import { datedDeadline } from './dated-deadline.ts';
import type { DeadlineInput } from './deadline-input.ts';
import { kindOfDue, sendingVerbs } from './duty-kind.ts';
import { dutyVerb, finishingVerb } from './duty-words.ts';
import { labelOpening, timeOpening } from './opening-words.ts';
import type { DutyPlace, SaidDuty } from './said-duty.ts';
import { undatedDeadline } from './undated-deadline.ts';

/** The duties with a time in a block of running text, clause by clause. `[]` for none. */
export function findClauseDeadlines(input: DeadlineInput, place: DutyPlace): DeadlineFinding[] {
  const found: DeadlineFinding[] = [];
  let actor: (Actor & { sentenceStart: number }) | null = null;
  let before: Clause | null = null;
  let saidBefore = '';
  let alsoActs = '';
  for (const clause of clausesOf(input.source, place.block)) {
    const opening = openingActor(clause.flow.text);
    const own = opening === null ? null : { ...opening, name: `${alsoActs}${opening.name}` };
    if (own !== null) actor = { ...own, sentenceStart: clause.sentenceStart };
    alsoActs = own === null && !clause.isLast ? namesOnly(clause.flow.text) : '';
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

/** "Các sở, ban, ngành; UBND các huyện xây dựng …": bodies before a semicolon that act together with those behind; '' for any other clause. */
function namesOnly(text: string): string {
  const isOnly = text.length <= longestNames && opensWithBody(text) && !dutyVerb.test(text) && !/\d/.test(text);
  return isOnly ? `${text.replace(/^(?:Giao|Đề nghị|Yêu cầu)\s/u, '')}; ` : '';
}
const longestNames = 160;

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

function deadlinesOfClause(input: DeadlineInput, place: DutyPlace, said: SaidDuty): DeadlineFinding[] {
  const { text, folded } = said.clause.flow;
  const dues = findBoundDues(folded).filter((due) => !isTakenBack(folded, due));
  const dated = dues.flatMap((due, at) => {
    const kind = kindOfDue(wordsOf(text, dues, at), due);
    const finding = kind === null ? null : datedDeadline(input, place, { ...said, dues, at, due, kind });
    return finding === null ? [] : [finding];
  });
  if (dated.length > 0 || dues.some((due) => due.term.kind !== 'year')) return dated;
  const undated = undatedDeadline(input, place, said);
  return undated === null ? [] : [undated];
}

/** "tổ chức xong trước ngày 20/4 và gửi báo cáo … trước ngày 25/5": what is sent by the next date says nothing of this one. */
function wordsOf(text: string, dues: readonly BoundDue[], at: number): string {
  const [due, next] = [dues[at], dues[at + 1]];
  if (due === undefined || next === undefined) return text;
  const verbs = sendingVerbs(text);
  const own = verbs.find((verb) => verb > due.end && verb < next.start);
  const isDone = finishingVerb.test(text.slice(0, due.start)) && !verbs.some((verb) => verb < due.start);
  return own !== undefined && isDone ? text.slice(0, own) : text;
}

/** "…, thay vì trước ngày 05/12", "từ ngày 05/12 thành ngày 20/12": the day that another one takes the place of. */
const isTakenBack = (folded: string, { start, end }: BoundDue): boolean =>
  /(?<![a-z])thay (?:vi|cho|the)(?: [a-z]+){0,4} ?$/.test(folded.slice(Math.max(0, start - 50), start)) ||
  /^ ?(?:thanh|sang)(?: [a-z]+){0,3} ?\d/.test(folded.slice(end, end + 30));

import type { DeadlineFinding } from '../../domain/deadline.ts';
import type { DeadlineInput } from './deadline-input.ts';
import { withoutPurpose } from './duty-kind.ts';
import { plainDutyName } from './duty-name.ts';
import { quoteOf } from './duty-quote.ts';
import { receiverAfter } from './receiver.ts';
import { lastReceiver } from './receiver-around.ts';
import type { DutyPlace, SaidDuty } from './said-duty.ts';
import { findUndatedDue } from './undated-due.ts';
import { withinEvent } from './undated-times.ts';

/** What a clause without a date that binds has somebody report or finish; null for nothing. */
export function undatedDeadline(input: DeadlineInput, place: DutyPlace, said: SaidDuty): DeadlineFinding | null {
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
  const words = duty
    .slice(said.from)
    .replace(withinEvent, '')
    .replace(undated.said, '')
    .replace(/ \([\s,]*\)/u, '');
  // "Không để nợ khối lượng quá 04 ngày" is told whole.
  const what = /^không để\s/iu.test(words)
    ? words.trim().replace(/[\s.;]{1,3}$/u, '')
    : plainDutyName(words, to || lastReceiver(duty));
  const quote = quoteOf(input.source, said, duty.trimEnd().length);
  return {
    what,
    who,
    to: isReport ? to || lastReceiver(duty) : '',
    kind,
    due: undated.due,
    dueDate: null,
    rule: null,
    ...quote,
    heading: place.block.heading,
  };
}

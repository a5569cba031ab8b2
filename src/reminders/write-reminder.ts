import type { Citation } from '../domain/citation.ts';
import type { Directive } from '../domain/directive.ts';
import { pageAt } from '../domain/page.ts';
import { type Duty, reminderChoices, reminderToken } from '../domain/reminder.ts';
import { type Block, paragraph, type Reply } from '../domain/reply.ts';
import { localDate } from '../domain/vietnam-time.ts';
import { sayShortDate } from '../vietnamese/say-day.ts';
import { type ReminderRules, regimeOccurrences } from './duty-occurrences.ts';
import { occurrenceName } from './occurrence-name.ts';
import { sayDay, sayDayOff, sayDaysLeft, sayDue, sayInstant, sayWording } from './say-date.ts';

/** One message to write: what is due, and why it is said now. */
export type ReminderSubject = {
  id: number;
  duty: Duty;
  /** Null for a duty that no directive set, or whose directive is gone. */
  directive: Directive | null;
  occurrence: string;
  step: string;
  dueAt: Date;
  /** Name of the superior who is told when nobody acknowledges; null for none. */
  superior: string | null;
};

/** A reminder that comes so much after its instant says so. */
const LATE_SECONDS = 600;

/** True for what is sent noticeably after the instant it was promised for. */
export function isLate(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() >= LATE_SECONDS * 1000;
}

/** The message of one reminder: what first, by when, who owes it to whom, and where it says so. */
export function writeReminder(subject: ReminderSubject, rules: ReminderRules, now: Date): Reply {
  const { id, duty, occurrence, dueAt, superior } = subject;
  const late = isLate(dueAt, now) ? ' (trễ)' : '';
  const blocks: Block[] = [paragraph({ bold: `${occurrenceName(duty, occurrence, rules)}${late}` })];
  blocks.push(...describeDuty(subject, rules, now));
  if (late !== '') blocks.push(paragraph({ italic: `Tin này lẽ ra gửi lúc ${sayInstant(dueAt)}.` }));
  if (superior !== null && duty.source !== 'own') {
    blocks.push(paragraph({ italic: `Nếu chưa ai xác nhận, bot sẽ báo ${superior} trong ngày đến hạn.` }));
  }
  return { blocks, choices: reminderChoices(id), choicesToken: reminderToken(id) };
}

/** What a reminder says of an occurrence below its name: by when, who owes it to whom, and where it says so. */
export function describeDuty(subject: OccurrenceSubject, rules: ReminderRules, now: Date): Block[] {
  const parties = partiesLine(subject.duty);
  return [
    paragraph(dueLine(subject, rules, now)),
    ...(parties === null ? [] : [paragraph(parties)]),
    sourceBlock(subject, rules),
  ];
}

type OccurrenceSubject = Pick<ReminderSubject, 'duty' | 'directive' | 'occurrence'>;

function dueLine({ duty, occurrence }: OccurrenceSubject, { calendar }: ReminderRules, now: Date): string {
  const off = sayDayOff(occurrence, calendar);
  const left = sayDaysLeft(localDate(now), occurrence);
  if (isAppointment(duty)) {
    return duty.dueTime === null
      ? `Ngày: ${sayDay(occurrence)}${off} – ${left}`
      : `Lúc: ${duty.dueTime} ${sayDay(occurrence)}${off} – ${left}`;
  }
  const due = `${sayDue(occurrence, duty.dueTime)}${off}`;
  const wording = sayWording(duty.dueText);
  const noted = wording === '' || wording.includes(sayShortDate(occurrence)) ? '' : ` (ghi là: ${wording})`;
  return `Hạn: ${due} – ${left}${noted}`;
}

/** What somebody asked to be reminded of on its day, as against a deadline with its ladder before it. */
const isAppointment = ({ source, ladder }: Duty): boolean => source === 'own' && ladder?.onDaysOff === 'keep';

function partiesLine({ who, to }: Duty): string | null {
  if (who === '' && to === '') return null;
  if (to === '') return `Thực hiện: ${who}`;
  return who === '' ? `Gửi: ${to}` : `${who} → ${to}`;
}

function sourceBlock({ duty, directive, occurrence }: OccurrenceSubject, rules: ReminderRules): Block {
  if (duty.regime !== null) return paragraph({ italic: regimeSource(duty.regime, occurrence, rules) });
  if (duty.source === 'own') {
    return paragraph({ italic: `Theo lời nhờ nhắc ngày ${sayShortDate(localDate(duty.createdAt))}.` });
  }
  if (directive === null || duty.quote === null)
    return paragraph({ italic: `Văn bản nguồn không còn trong kho; hạn ${sayShortDate(occurrence)}.` });
  return {
    kind: 'citation',
    label: `Nguồn: ${directiveLabel(directive)}`,
    citation: citationOf(directive, duty, duty.quote),
  };
}

/** Where a day of the reporting regime comes from; a computed one is never shown as if a document had set it. */
export function regimeSource(regime: string, occurrence: string, rules: ReminderRules): string {
  const reports = regimeOccurrences(regime, { from: occurrence, to: occurrence }, rules);
  const setBy = reports.find((report) => report.setBy !== null)?.setBy;
  return setBy
    ? `Hạn theo quy định của đơn vị: ${setBy}.`
    : 'Hạn tính theo chế độ báo cáo (Nghị định 09/2019/NĐ-CP); không văn bản nào nêu ngày này.';
}

/** The citation of the sentence a duty comes from. */
export function citationOf(directive: Directive, duty: Duty, quote: NonNullable<Duty['quote']>): Citation {
  const { id, title, number, issuer, date } = directive;
  const page = pageAt(directive.pages ?? [], quote.start);
  const place = { heading: duty.heading.join(' › '), ...(page === null ? {} : { page }) };
  return { ...quote, document: id, title, number, issuer, date, ...place };
}

/** "kế hoạch số 15/KH-UBND, Ủy ban nhân dân huyện X, ngày 26/01/2022", as far as the directive says. */
export function directiveLabel({ type, number, title, issuer, date }: Directive): string {
  const kind = type === 'khác' ? 'văn bản' : type;
  const parts = [
    number === null ? `“${title}”` : `${kind} số ${number}`,
    issuer,
    date === null ? null : `ngày ${sayShortDate(date)}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

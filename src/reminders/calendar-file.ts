import { createHash } from 'node:crypto';
import { addDays } from '../domain/calendar-date.ts';
import { isStandardRule, ruleParts } from '../domain/recurrence-rule.ts';
import type { Duty } from '../domain/reminder.ts';
import { addSeconds, instantAt, localDate, localTime } from '../domain/vietnam-time.ts';
import { type ChatDuty, chatOccurrences } from './chat-duties.ts';
import { dutyOccurrences, type ReminderRules } from './duty-occurrences.ts';
import { icsFile, icsText } from './ics-lines.ts';
import { occurrenceName } from './occurrence-name.ts';
import { planLadder } from './plan-ladder.ts';
import { sayDayOff, sayDue, sayWording } from './say-date.ts';
import { withShortMonths } from './short-months.ts';
import { directiveLabel, regimeSource } from './write-reminder.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
/** Days shown of what a calendar program cannot repeat by itself. */
const DAYS_BACK = 31;
const DAYS_AHEAD = 400;
/** Where the first day of a rule is looked for: soon, or (yearly, on leap days) late. */
const FIRST_WITHIN_DAYS = [8, 62, 5 * 366];
/** How long a due hour is drawn. */
const DRAWN_SECONDS = 1800;

/**
 * The duties of a chat as an iCalendar file (RFC 5545) that Google Calendar, Outlook and iOS take: whole-day events, or half an hour at a due
 * hour, with the chat's ladder as alarms. Rules are repeated by the program where it can; days of the reporting regime, of the lunar calendar and
 * of working days stand one by one. The same duties give the same bytes and the same ids, so that a second import changes instead of adding.
 */
export function calendarFile(
  duties: readonly ChatDuty[],
  { rules, now, title }: { rules: ReminderRules; now: Date; title: string },
): Uint8Array {
  const today = localDate(now);
  const span = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) };
  return icsFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Chi Dao//Nhac viec//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsText(title)}`,
    `X-WR-TIMEZONE:${ZONE}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...zoneLines,
    ...duties.flatMap((one) => repeatingEvent(one, rules) ?? datedEvents(one, span, rules)),
    'END:VCALENDAR',
  ]);
}

/** Outlook reads no hour of a zone that the file does not describe. No summer time since 1975. */
const zoneLines = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** Null when no calendar program can be handed the rule as it is. */
function repeatingEvent(one: ChatDuty, rules: ReminderRules): string[] | null {
  const { duty, submitted } = one;
  const parts = duty.rule === null || !isStandardRule(duty.rule) ? null : ruleParts(duty.rule);
  if (parts === null || ['COUNT', 'UNTIL', 'SKIP'].some((name) => parts.has(name))) return null;
  // From when the bot learned of it: earlier ones were nobody's reminders.
  const [from = duty.startsOn] = [duty.startsOn, localDate(duty.createdAt)].sort().reverse();
  const first = firstOf(FIRST_WITHIN_DAYS, (days) =>
    dutyOccurrences(duty, { from, to: addDays(from, days) }, rules).find((day) => !submitted.includes(day)),
  );
  if (first === undefined) return null;
  const until = duty.endsOn === null ? '' : `;UNTIL=${untilValue(duty, duty.endsOn)}`;
  const done = submitted.filter((day) => day > first).map((day) => `EXDATE${startValue(duty, day)}`);
  const calendar = { ...rules.calendar, onOrBefore: (date: string) => date };
  const event = eventLines(
    { one, occurrence: first, uid: uidOf(duty), extra: [`RRULE:${withShortMonths(parts)}${until}`, ...done] },
    { ...rules, calendar },
  );
  return [...event, ...submitted.flatMap((day) => doneEvent(one, day, rules))];
}

/** The first that `find` gives for one of these; undefined when it never does. */
function firstOf<Of, Found>(them: readonly Of[], find: (one: Of) => Found | undefined): Found | undefined {
  for (const one of them) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function datedEvents(one: ChatDuty, span: { from: string; to: string }, rules: ReminderRules): string[] {
  return chatOccurrences(one, span, rules).flatMap((day) =>
    one.submitted.includes(day)
      ? doneEvent(one, day, rules)
      : eventLines({ one, occurrence: day, uid: uidOf(one.duty, day), extra: [] }, rules),
  );
}

/** What has been handed in stays in the calendar, ticked and without alarms. */
function doneEvent(one: ChatDuty, occurrence: string, rules: ReminderRules): string[] {
  const silent = { ...one, ladder: { ...one.ladder, before: [], minutesBefore: [], atDueTime: false } };
  return eventLines({ one: silent, occurrence, uid: uidOf(one.duty, occurrence), extra: [], mark: '✓ ' }, rules);
}

type Event = { one: ChatDuty; occurrence: string; uid: string; extra: string[]; mark?: string };

function eventLines({ one, occurrence, uid, extra, mark = '' }: Event, rules: ReminderRules): string[] {
  const { duty } = one;
  const name = occurrenceName(duty, occurrence, rules);
  const summary = `${mark}${duty.dueTime === null ? '' : `${duty.dueTime} `}${name}`;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utcValue(duty.createdAt)}`,
    `DTSTART${startValue(duty, occurrence)}`,
    `DTEND${endValue(duty, occurrence)}`,
    ...extra,
    `SUMMARY:${icsText(summary)}`,
    `DESCRIPTION:${icsText(description(one, occurrence, { rules, isRepeated: extra.length > 0 }))}`,
    'TRANSP:TRANSPARENT',
    ...alarmLines(one, { occurrence, summary }, rules),
    'END:VEVENT',
  ];
}

function description(
  { duty, directive }: ChatDuty,
  occurrence: string,
  { rules, isRepeated }: { rules: ReminderRules; isRepeated: boolean },
): string {
  const due = isRepeated ? null : `Hạn: ${sayDue(occurrence, duty.dueTime)}${sayDayOff(occurrence, rules.calendar)}`;
  const parties = [duty.who && `Thực hiện: ${duty.who}`, duty.to && `Gửi: ${duty.to}`];
  const wording = duty.dueText && `Văn bản ghi: ${sayWording(duty.dueText)}`;
  const source = directive && `Nguồn: ${directiveLabel(directive)}`;
  const quote = duty.quote && `“${duty.quote.quote}”`;
  const computed = duty.regime && regimeSource(duty.regime, occurrence, rules);
  return [due, ...parties, wording, source, quote, computed].filter(Boolean).join('\n');
}

function alarmLines(
  { duty, ladder }: ChatDuty,
  { occurrence, summary }: { occurrence: string; summary: string },
  { calendar }: ReminderRules,
): string[] {
  const long = new Date(0);
  const day = { date: occurrence, time: duty.dueTime, knownAt: long };
  // Quiet hours are the phone's own business here.
  const steps = planLadder(day, { ladder, quiet: { from: '00:00', to: '00:00' }, calendar });
  const start = startOf(duty, occurrence);
  return steps.flatMap(({ at }) => {
    const minutes = Math.round((+at - +start) / 60_000);
    const trigger = `${minutes < 0 ? '-' : ''}PT${Math.abs(minutes)}M`;
    return ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${trigger}`, `DESCRIPTION:${icsText(summary)}`, 'END:VALARM'];
  });
}

/** An appointment begins at its hour; what is due "trước 17:00" ends at it. */
function startOf({ dueTime, ladder }: Duty, day: string): Date {
  if (dueTime === null) return instantAt(day, '00:00');
  const at = instantAt(day, dueTime);
  const begins = ladder?.atDueTime === true ? at : addSeconds(at, -DRAWN_SECONDS);
  return localDate(begins) === day ? begins : instantAt(day, '00:00');
}

function startValue(duty: Duty, day: string): string {
  return duty.dueTime === null ? `;VALUE=DATE:${compact(day)}` : `;TZID=${ZONE}:${wallValue(startOf(duty, day))}`;
}

function endValue(duty: Duty, day: string): string {
  if (duty.dueTime === null) return `;VALUE=DATE:${compact(addDays(day, 1))}`;
  return `;TZID=${ZONE}:${wallValue(addSeconds(startOf(duty, day), DRAWN_SECONDS))}`;
}

/** Of the same kind as the start: a day, or an instant in UTC (RFC 5545, 3.3.10). */
function untilValue({ dueTime }: Duty, lastDay: string): string {
  return dueTime === null ? compact(lastDay) : utcValue(instantAt(lastDay, '23:59'));
}

/** Follows from what the duty is, not from this database's numbers: another base or import gives the same. */
function uidOf({ origin }: Duty, day = 'lap'): string {
  return `${createHash('sha256').update(origin).digest('hex').slice(0, 24)}-${day}@chidao`;
}

const compact = (text: string): string => text.replaceAll(/[-:]/g, '');
const wallValue = (at: Date): string => `${compact(localDate(at))}T${compact(localTime(at))}00`;
const utcValue = (at: Date): string => `${compact(at.toISOString().slice(0, 19))}Z`;

import type { ReminderRulebook } from '../conversation/reminders/reminder-desk.ts';
import { usualLadder } from '../domain/reminder.ts';
import { dutyOccurrences, type ReminderRules, regimeOccurrences } from '../reminders/duty-occurrences.ts';
import { occurrenceName } from '../reminders/occurrence-name.ts';
import { planLadder } from '../reminders/plan-ladder.ts';
import { sayDayOff } from '../reminders/say-date.ts';
import { describeDuty } from '../reminders/write-reminder.ts';

/** The rules of reminders as the chat uses them. */
export function createRulebook(rules: ReminderRules): ReminderRulebook {
  const { calendar } = rules;
  return {
    calendar,
    sayDayOff: (date) => sayDayOff(date, calendar),
    occurrences: (duty, span) => dutyOccurrences(duty, span, rules),
    nameOf: (duty, occurrence) => occurrenceName(duty, occurrence, rules),
    computedBy({ regime }, occurrence) {
      if (regime === null) return '';
      const reports = regimeOccurrences(regime, { from: occurrence, to: occurrence }, rules);
      const setBy = reports.find((report) => report.setBy !== null)?.setBy ?? null;
      return setBy === null ? 'tính theo NĐ 09/2019' : `theo ${setBy}`;
    },
    describe: (subject, now) => describeDuty(subject, rules, now),
    remindedAt: (due, { ladder, quiet }) =>
      planLadder(due, { ladder: ladder ?? usualLadder, quiet, calendar }).map(({ at }) => at),
  };
}

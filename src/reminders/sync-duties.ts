import { type DutyDraft, topicOf } from '../domain/reminder.ts';
import { localDate } from '../domain/vietnam-time.ts';
import type { Database } from '../store/database.ts';
import { syncDeadlineDuties } from '../store/deadline-duties.ts';
import { findDuties, replaceTopics, saveDuties } from '../store/duties.ts';
import { followedTopics } from '../store/subscriptions.ts';
import { coversUnit } from '../vietnamese/covers-unit.ts';
import { reportingLevels, reportKinds } from './reporting-regime.ts';

const unitPrefix = topicOf.unit('');

/**
 * Brings the duties in step with the deadlines of the corpus, the reporting regime, and the units somebody follows. Doing it again changes
 * nothing.
 */
export async function syncDuties(database: Database, now: Date): Promise<void> {
  const today = localDate(now);
  await database.transaction(async (session) => {
    await syncDeadlineDuties(session, { today, now });
    const known = new Set((await findDuties(session, { sources: ['regime'] })).map(({ origin }) => origin));
    const missing = regimeDuties(today).filter(({ origin }) => !known.has(origin));
    await saveDuties(session, missing, now);
    const units = (await followedTopics(session, unitPrefix)).map((topic) => topic.slice(unitPrefix.length));
    const duties = await findDuties(session, { sources: ['directive'] });
    const changes = duties.flatMap(({ id, who, topics }) => {
      const wanted = units.filter((unit) => coversUnit(who, unit)).map(topicOf.unit);
      const present = topics.filter((topic) => topic.startsWith(unitPrefix));
      return wanted.join('\n') === present.join('\n') ? [] : [{ id, topics: wanted }];
    });
    await replaceTopics(session, { prefix: unitPrefix, changes }, now);
  });
}

/** One duty for each level and kind of report; its days follow from the calendar. */
function regimeDuties(today: string): DutyDraft[] {
  return reportingLevels.flatMap((level) =>
    reportKinds.map((kind): DutyDraft => {
      const regime = `${level}:${kind}`;
      return {
        origin: `regime:${regime}`,
        source: 'regime',
        what: 'Báo cáo định kỳ',
        who: '',
        to: '',
        dueText: '',
        dueDate: null,
        rule: null,
        regime,
        startsOn: today,
        endsOn: null,
        dueTime: null,
        document: null,
        deadline: null,
        heading: [],
        quote: null,
        ladder: null,
        topics: [topicOf.regime(level), topicOf.regime(level, kind)],
        owner: null,
      };
    }),
  );
}

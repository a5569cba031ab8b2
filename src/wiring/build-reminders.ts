import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import type { Feature } from '../conversation/feature.ts';
import type { ReminderViews } from '../conversation/reminders/reminder-desk.ts';
import { createReminders } from '../conversation/reminders/reminders-feature.ts';
import type { PlatformName } from '../domain/message.ts';
import type { Log, Platform } from '../domain/platform.ts';
import { sleep } from '../platforms/sleep.ts';
import { type CalendarFeed, createCalendarFeed } from '../reminders/calendar-feed.ts';
import type { ReminderRules } from '../reminders/duty-occurrences.ts';
import { createReminderService, type ReminderService } from '../reminders/reminder-service.ts';
import { syncDuties } from '../reminders/sync-duties.ts';
import type { Database } from '../store/database.ts';
import type { Base } from './base.ts';
import { reminderRules } from './reminder-rules.ts';
import { createRulebook } from './rulebook.ts';

/** Reminders: the service that sends them and what is said about them in the chat. */
export type Reminders = {
  service: ReminderService;
  feature: Feature;
  /** A chat's calendar by its private token; null for a wrong one. */
  calendarOf: (token: string) => Promise<Uint8Array | null>;
};

/** Sends through `platforms`, which may be filled until the service is started. The duties are in step with the corpus from the first question on. */
export async function buildReminders(
  { database, tables, trace }: Base,
  { settings }: Config,
  { platforms, log, now }: { platforms: ReadonlyMap<PlatformName, Platform>; log: Log; now: () => Date },
): Promise<Reminders> {
  await syncDuties(database, now());
  const rules = reminderRules(tables);
  const service = createReminderService({ database, platforms, rules, holder: randomUUID(), now, sleep, log, trace });
  const feed = createCalendarFeed({ database, rules, now });
  const feature = createReminders({
    database,
    rulebook: createRulebook(rules),
    views: createViews({ database, rules, feed, publicUrl: settings.PUBLIC_URL }),
    wake: service.wake,
    tell({ platform, chatId }, reply) {
      void platforms.get(platform)?.send(chatId, reply);
    },
  });
  return { service, feature, calendarOf: feed.feedOf };
}

function createViews({
  database,
  rules,
  feed,
  publicUrl,
}: {
  database: Database;
  rules: ReminderRules;
  feed: CalendarFeed;
  publicUrl: string | undefined;
}): ReminderViews {
  return {
    calendarFile: feed.fileOf,
    async feedUrl(subscriber) {
      return publicUrl === undefined ? null : new URL(`/lich/${await feed.open(subscriber)}.ics`, publicUrl).href;
    },
    async monthPicture(request) {
      const { chatMonth } = await import('../reminders/picture/chat-month.ts');
      return chatMonth(database, request, rules);
    },
  };
}

import { renderText } from '../../../src/answer/render-text.ts';
import { createHandleMessage } from '../../../src/conversation/handle-message.ts';
import { createReminders } from '../../../src/conversation/reminders/reminders-feature.ts';
import type { DeadlineFinding } from '../../../src/domain/deadline.ts';
import type { HandleMessage, IncomingMessage, PlatformName } from '../../../src/domain/message.ts';
import type { Speaker } from '../../../src/domain/person.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { localDate } from '../../../src/domain/vietnam-time.ts';
import { syncDuties } from '../../../src/reminders/sync-duties.ts';
import { CorpusIndex } from '../../../src/retrieval/corpus-index.ts';
import type { Database } from '../../../src/store/database.ts';
import { saveDirective } from '../../../src/store/save-directive.ts';
import { loadTables } from '../../../src/tables.ts';
import { createTools } from '../../../src/tools/create-tools.ts';
import { createRulebook } from '../../../src/wiring/rulebook.ts';
import { rules, silentLog, testService } from '../../support/reminder-world.ts';
import { cityOfHue, sampleDirective } from '../../support/sample-directive.ts';
import { simulatedClock } from '../../support/simulated-clock.ts';
import { simulatedPlatform } from '../../support/simulated-platform.ts';

const tables = loadTables();
export const reader: Speaker = { role: 'reader', unit: null, locality: null };

export type Changes = Partial<IncomingMessage> & { speaker?: Speaker };

/** A chat over the real engine and a real database, with the reminder service, under one simulated clock that starts on Wednesday, 18/11/2026, 09:30. */
export function chatWorld(
  database: Database,
  { name = 'telegram' as PlatformName, start = '2026-11-18T09:30:00+07:00' } = {},
) {
  const clock = simulatedClock(start);
  const platform = simulatedPlatform(clock, { name });
  const service = testService(database, clock, { platforms: [platform] });
  const index = new CorpusIndex(database);
  const engine = { tools: createTools({ database, language: tables, index, embedding: null }) };
  const told: { chatId: string; text: string }[] = [];
  const failures: object[] = [];
  let woken = 0;
  const feature = createReminders({
    database,
    rulebook: createRulebook(rules),
    views: {
      monthPicture: async ({ month }) => ({ png: new Uint8Array([1]), alt: `lịch ${month}` }),
      calendarFile: async (subscriber) => new TextEncoder().encode(`lịch của ${subscriber}`),
      feedUrl: async (subscriber) => `https://bot.example/lich/${subscriber}.ics`,
    },
    wake: () => {
      woken += 1;
      service.wake();
    },
    tell: ({ chatId }, reply) => void told.push({ chatId, text: renderText(reply) }),
  });
  let speaker = reader;
  const build = (): HandleMessage =>
    createHandleMessage({
      engine,
      database,
      log: { ...silentLog, error: (fields) => void failures.push(fields) },
      dayOf: localDate,
      welcome: async () => null,
      speakerOf: async () => speaker,
      features: [feature],
    });
  let handle = build();
  let count = 0;

  async function send(text: string, { speaker: as = reader, ...changes }: Changes = {}): Promise<Reply> {
    count += 1;
    speaker = as;
    const message: IncomingMessage = {
      platform: name,
      chatId: '1',
      personId: changes.chatId ?? '1',
      personName: 'An',
      messageId: String(count),
      text,
      choice: null,
      isGroup: (changes.chatId ?? '').startsWith('-'),
      receivedAt: clock.now(),
      ...changes,
    };
    const reply = await handle(message);
    // The bot would say that it has failed; a test is to say why.
    const [failure] = failures.splice(0);
    if (failure !== undefined) throw 'err' in failure && failure.err instanceof Error ? failure.err : failure;
    if (reply === null) throw new Error('no reply');
    return reply;
  }

  return {
    clock,
    platform,
    service,
    told,
    wakings: () => woken,
    send,
    say: async (text: string, changes: Changes = {}) => renderText(await send(text, changes)),
    /** Taps the choice of a reply with this label, as a button does. */
    async tap(reply: Reply, label: string, changes: Changes = {}) {
      const place = reply.choices.findIndex((choice) => choice.label.startsWith(label));
      if (place < 0) throw new Error(`no choice ${label} among ${reply.choices.map((one) => one.label).join(' | ')}`);
      return send('', { ...changes, choice: `${reply.choicesToken}:${place}` });
    },
    /** As after a restart: nothing but the database is left. */
    restart() {
      handle = build();
    },
    /** Lets the service work until an instant, from reminder to reminder, at least twice a day. */
    async runUntil(instant: string) {
      const end = Date.parse(instant);
      for (;;) {
        await service.tick();
        const now = clock.now();
        if (+now >= end) break;
        const [next] = await database.query<{ at: Date | null }>(
          `select min(next_try_at) as at from reminders where status = 'planned' and next_try_at > $1`,
          [now],
        );
        clock.set(new Date(Math.min(end, +now + 43_200_000, +(next?.at ?? end))));
      }
    },
  };
}

export const sentence = 'Các sở, ban, ngành báo cáo kết quả về Văn phòng UBND thành phố trước ngày 29/11/2026.';

/** Saves a directive of Huế with one deadline and takes its duties up; gives the directive's id. */
export async function addDirective(
  database: Database,
  now: Date,
  { title = 'Kế hoạch chuyển đổi số', number = '15/KH-UBND', deadline = {} as Partial<DeadlineFinding> } = {},
): Promise<string> {
  const metadata = { number, date: '2026-10-01', issuer: 'UBND thành phố Huế', locality: cityOfHue };
  const directive = await sampleDirective({ title, passages: [sentence], metadata });
  const finding: DeadlineFinding = {
    what: 'báo cáo kết quả chuyển đổi số',
    who: 'Các sở, ban, ngành',
    to: 'Văn phòng UBND thành phố',
    kind: 'report',
    due: 'trước 2026-11-29',
    dueDate: '2026-11-28',
    rule: null,
    heading: ['III. Tổ chức thực hiện'],
    quote: sentence,
    start: 0,
    end: sentence.length,
    ...deadline,
  };
  const saved = await saveDirective(database, { ...directive, draft: { ...directive.draft, deadlines: [finding] } });
  await syncDuties(database, now);
  return saved.id;
}

import { renderText } from '../../../src/answer/render-text.ts';
import type { Feature } from '../../../src/conversation/feature.ts';
import { createHandleMessage } from '../../../src/conversation/handle-message.ts';
import type { HidingEngine } from '../../../src/conversation/hiding-engine.ts';
import type { PeopleDesk } from '../../../src/conversation/people/people-desk.ts';
import { createPeople } from '../../../src/conversation/people/people-feature.ts';
import { welcome } from '../../../src/conversation/people/welcome.ts';
import type { Attachment, IncomingMessage, PlatformName } from '../../../src/domain/message.ts';
import { accountName, type Role } from '../../../src/domain/person.ts';
import type { SendOutcome } from '../../../src/domain/platform.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { Database } from '../../../src/store/database.ts';
import { findPerson } from '../../../src/store/people.ts';
import { saveNamedAdministrators } from '../../../src/store/visibility.ts';
import { corpus } from '../../answer/corpus.ts';
import { memoryEngine, tables } from '../../answer/memory-engine.ts';

export type From = { platform?: PlatformName; id: string; name?: string; isGroup?: boolean };

export const admin: From = { id: '1', name: 'Quản Trị' };
export const codeIn = (text: string): string =>
  /(?:\/vao |\/lienket |mã )([2-9A-HJ-NP-Z]{5,13})/i.exec(text)?.[1] ?? '';

/** The bot with one administrator by its settings, telegram:1; everybody else is who they were let in as. */
export function peopleWorld(
  database: Database,
  {
    engine = memoryEngine(corpus) as HidingEngine,
    features = (_: PeopleDesk): Feature[] => [],
    hasMail = true,
    asksConsent = false,
  } = {},
) {
  const told: { to: string; text: string }[] = [];
  const mails: { to: string; text: string }[] = [];
  const world = {
    told,
    mails,
    now: new Date('2026-11-22T02:00:00Z'),
    mailOutcome: { status: 'sent', receipt: 'x' } as SendOutcome,
    last: null as Reply | null,
    send,
    say,
    tap,
    sendFile,
    letIn,
  };
  let count = 0;
  const failures: unknown[] = [];
  const desk: PeopleDesk = {
    database,
    gazetteer: tables.gazetteer,
    admins: [{ platform: 'telegram', accountId: '1' }],
    tell: (account, reply) => void told.push({ to: accountName(account), text: renderText(reply) }),
    email: () => (hasMail ? { send: sendMail } : null),
  };
  async function sendMail(to: string, reply: Reply): Promise<SendOutcome> {
    mails.push({ to, text: renderText(reply) });
    return world.mailOutcome;
  }
  const named = saveNamedAdministrators(database, desk.admins);
  const handle = createHandleMessage({
    engine,
    database,
    log: { info() {}, warn() {}, error: (fields) => void failures.push(fields) },
    dayOf: (instant) => instant.toISOString().slice(0, 10),
    async speakerOf({ platform, personId }) {
      const person = await findPerson(database, { platform, accountId: personId });
      if (platform === 'telegram' && personId === '1') {
        return { role: 'administrator', unit: person?.unit ?? null, locality: person?.locality ?? null };
      }
      return person;
    },
    welcome: (message, today) => welcome(desk, message, today),
    features: [createPeople(desk), ...features(desk)],
    asksConsent,
  });

  async function send(from: From, text: string, more: Partial<IncomingMessage> = {}): Promise<Reply | null> {
    count += 1;
    await named;
    const { platform = 'telegram', id, name = `Người ${from.id}`, isGroup = false } = from;
    const reply = await handle({
      platform,
      chatId: isGroup ? 'nhom' : id,
      personId: id,
      personName: name,
      messageId: String(count),
      text,
      choice: null,
      isGroup,
      receivedAt: world.now,
      ...more,
    });
    const [failure] = failures.splice(0);
    if (failure !== undefined) throw (failure as { err?: Error }).err ?? failure;
    world.last = reply;
    return reply;
  }

  async function say(from: From, text: string): Promise<string> {
    const reply = await send(from, text);
    return reply === null ? '(im lặng)' : renderText(reply);
  }

  async function sendFile(from: From, file: Attachment): Promise<string> {
    const reply = await send(from, '', { attachments: [file] });
    return reply === null ? '(im lặng)' : renderText(reply);
  }

  /** Taps the button of the last reply that begins so. */
  async function tap(from: From, label: string): Promise<string> {
    const place = world.last?.choices.findIndex((choice) => choice.label.startsWith(label)) ?? -1;
    if (place < 0) throw new Error(`no choice ${label} in ${JSON.stringify(world.last?.choices)}`);
    const reply = await send(from, '', { choice: `${world.last?.choicesToken}:${place}` });
    return reply === null ? '(im lặng)' : renderText(reply);
  }

  async function letIn(from: From, role: Role): Promise<void> {
    const code = codeIn(await say(admin, `/moi ${role}`));
    const text = await say(from, `/vao ${code.toLowerCase()}`);
    if (!text.includes('Mời anh/chị vào')) throw new Error(`not let in: ${text}`);
  }
  return world;
}

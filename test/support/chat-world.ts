import { renderText } from '../../src/answer/render-text.ts';
import type { Feature } from '../../src/conversation/feature.ts';
import { createHandleMessage } from '../../src/conversation/handle-message.ts';
import type { IncomingMessage } from '../../src/domain/message.ts';
import type { Role } from '../../src/domain/person.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { CorpusIndex } from '../../src/retrieval/corpus-index.ts';
import type { Database } from '../../src/store/database.ts';
import type { Tables } from '../../src/tables.ts';
import { createTools } from '../../src/tools/create-tools.ts';

export type ChatWorld = ReturnType<typeof createChatWorld>;

/** People with their roles, each in a chat of their own, before the whole conversation over a real database. */
export function createChatWorld({
  database,
  tables,
  features,
}: {
  database: Database;
  tables: Tables;
  features: Feature[];
}) {
  const logged: { fields: object; message: string }[] = [];
  const note = (fields: object, message: string): void => void logged.push({ fields, message });
  const roles = new Map<string, Role>();
  const clock = { now: new Date('2026-11-22T02:00:00Z') };
  const index = new CorpusIndex(database);
  const handle = createHandleMessage({
    engine: { tools: createTools({ database, language: tables, index, embedding: null }) },
    database,
    log: { info: note, warn: note, error: note },
    dayOf: (instant) => instant.toISOString().slice(0, 10),
    welcome: async () => null,
    speakerOf: async ({ personId }) => {
      const role = roles.get(personId);
      return role === undefined ? null : { role, unit: null, locality: null };
    },
    features,
  });
  let count = 0;

  const person = (name: string, role: Role) => {
    const personId = String(roles.size + 1);
    roles.set(personId, role);
    let last: Reply = { blocks: [], choices: [] };
    const send = async (more: Partial<IncomingMessage>): Promise<string> => {
      count += 1;
      const reply = await handle({
        platform: 'telegram',
        chatId: `chat-${personId}`,
        personId,
        personName: name,
        messageId: String(count),
        text: '',
        choice: null,
        isGroup: false,
        receivedAt: clock.now,
        ...more,
      });
      last = reply ?? { blocks: [], choices: [] };
      return renderText(last);
    };
    return {
      id: `telegram:${personId}`,
      send,
      say: (text: string) => send({ text }),
      /** Taps the button that begins with these words. */
      tap: (label: string) => send({ choice: `${last.choicesToken}:${placeOf(last, label)}` }),
      /** Types the number of the choice that begins with these words. */
      pick: (label: string) => send({ text: String(placeOf(last, label) + 1) }),
      labels: (): string[] => last.choices.map(({ label }) => label),
      choices: () => last.choices,
    };
  };
  return { person, logged, clock };
}

function placeOf({ choices }: Reply, label: string): number {
  const place = choices.findIndex((choice) => choice.label.startsWith(label));
  if (place < 0) throw new Error(`no choice "${label}" among ${choices.map((choice) => choice.label).join(', ')}`);
  return place;
}

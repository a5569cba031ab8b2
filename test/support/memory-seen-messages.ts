import type { SeenMessages } from '../../src/domain/platform.ts';

export type SeenRecord = Map<string, { holder: string; isDone: boolean }>;

/** What the store keeps of seen messages, in memory; `record` outlives the process that `holder` stands for. */
export function memorySeenMessages(record: SeenRecord = new Map(), holder = 'this process'): SeenMessages {
  return {
    async claim(platform, messageId) {
      const key = `${platform} ${messageId}`;
      const known = record.get(key);
      if (known !== undefined && (known.isDone || known.holder === holder)) return false;
      record.set(key, { holder, isDone: false });
      return true;
    },
    async complete(platform, messageId) {
      record.set(`${platform} ${messageId}`, { holder, isDone: true });
    },
  };
}

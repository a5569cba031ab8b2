import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHandleMessage } from '../../src/conversation/handle-message.ts';
import type { HandleMessage } from '../../src/domain/message.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { writeMail } from '../../src/platforms/email/write-mail.ts';
import { toHtml } from '../../src/platforms/telegram/to-html.ts';
import { writeLetter as writeTelegram } from '../../src/platforms/telegram/write-letter.ts';
import { renderReply } from '../../src/platforms/terminal/render-reply.ts';
import { writeLetter as writeZaloBot } from '../../src/platforms/zalo-bot/write-letter.ts';
import { writeLetter as writeZaloOa } from '../../src/platforms/zalo-oa/write-letter.ts';
import { corpus } from '../answer/corpus.ts';
import { memoryEngine } from '../answer/memory-engine.ts';
import { testDatabase } from '../support/database.ts';
import { parseHtml } from '../support/fake-telegram-html.ts';
import { naughtyStrings } from '../support/naughty-strings.ts';
import { citation } from '../support/replies.ts';

/** `NAUGHTY=list.json` adds a list of one's own, such as the Big List of Naughty Strings. */
const strings = [
  ...naughtyStrings,
  ...(process.env.NAUGHTY ? JSON.parse(readFileSync(process.env.NAUGHTY, 'utf8')) : []),
];

/** A reply with the string wherever words of documents and people may stand. */
const replyOf = (text: string): Reply => ({
  blocks: [
    { kind: 'paragraph', spans: [text, { bold: text }, { italic: text }] },
    { kind: 'list', items: [[text], [{ bold: text }]] },
    {
      kind: 'table',
      rows: [
        [text, 'Mức'],
        [text, text],
      ],
    },
    { kind: 'citation', label: text, citation: { ...citation, title: text, heading: text, quote: text } },
    { kind: 'file', name: text, mediaType: text, bytes: new Uint8Array(1), alt: text },
  ],
  choices: [{ label: text, message: text }],
  choicesToken: 'k3f9',
});

const entities = new Set(['bold', 'italic', 'pre', 'blockquote', 'expandable_blockquote']);
const tags =
  /^<\/?(?:!doctype html|html|body|p|ul|li|b|i|br|table|tr|th|td|blockquote)(?: (?:lang|style)="[^"<>]*")*>$/;
const hidden = {
  test: (text: string) => /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u.test(text.replaceAll('\n', '')),
};

/** What is wrong with how a reply is written on each platform; empty: nothing. */
function problemsOf(reply: Reply): string[] {
  const problems: string[] = [];
  for (const message of writeTelegram(reply).messages) {
    if (!('marks' in message)) continue;
    const parsed = parseHtml(toHtml(message));
    if (parsed.text !== message.text) problems.push('telegram: other words');
    for (const { type } of parsed.entities) if (!entities.has(type)) problems.push(`telegram: ${type}`);
    if (hidden.test(message.text)) problems.push('telegram: hidden marks');
  }
  const { html, subject, attachments } = writeMail(reply);
  for (const [tag] of html.matchAll(/<[^>]*>?/g)) if (!tags.test(tag)) problems.push(`mail: ${tag}`);
  if (/[\r\n]/.test(subject)) problems.push('mail: subject of two lines');
  for (const { filename, contentType } of attachments)
    if (/[\p{Cc}/\\]/u.test(filename + contentType.replace('/', ''))) problems.push(`mail: file ${filename}`);
  const plain = [
    ...writeZaloBot(reply),
    ...writeZaloOa(reply).flatMap((part) => (part.kind === 'text' ? [part.text] : [])),
    renderReply(reply, { columns: 80, color: false }),
  ];
  for (const text of plain)
    if (hidden.test(text)) problems.push(`plain: hidden marks in ${JSON.stringify(text.slice(0, 60))}`);
  for (const part of writeZaloOa(reply))
    if (part.kind === 'text' && part.text.includes('[@')) problems.push('zalo: calls a member');
  return problems;
}

describe(`${strings.length} naughty strings`, { timeout: 240_000 }, () => {
  it('are 515 or more', () => {
    expect(new Set(strings).size).toBeGreaterThanOrEqual(515);
  });

  it('make 0 markup, 0 hidden marks and 0 faults in Telegram, Zalo, mail and terminal', () => {
    const faults = strings.flatMap((text) =>
      problemsOf(replyOf(text)).map((problem) => `${JSON.stringify(text.slice(0, 40))}: ${problem}`),
    );
    expect(faults).toEqual([]);
  });

  let handle: HandleMessage;
  const logged: object[] = [];
  beforeAll(async () => {
    const note = (fields: object): void => void logged.push(fields);
    handle = createHandleMessage({
      engine: memoryEngine(corpus),
      database: await testDatabase(),
      log: { info: note, warn: note, error: note },
      dayOf: () => '2026-11-22',
      speakerOf: async () => ({ role: 'reader', unit: null, locality: null }),
      welcome: async () => null,
      features: [],
    });
  });

  it('sent as messages get 0 inner errors, and no reply that cannot be shown', async () => {
    const faults: string[] = [];
    // Of the letters of all planes a quarter: they differ little to the engine.
    for (const [at, text] of strings.entries()) {
      if (at > 160 && at % 4 !== 0) continue;
      const reply = await handle({
        platform: 'telegram',
        chatId: `c${at % 20}`,
        personId: `p${at % 20}`,
        personName: text,
        messageId: String(at),
        text: at % 2 === 0 ? text : `Tỷ lệ che phủ rừng Lào Cai ${text} 2024?`,
        choice: null,
        isGroup: false,
        receivedAt: new Date('2026-11-22T02:00:00Z'),
      });
      if (reply !== null) faults.push(...problemsOf(reply));
    }
    expect([faults, logged]).toEqual([[], []]);
  });
});

describe('what a model may write', () => {
  it('makes 0 links and 0 pictures in 10,000 fuzzed replies', { timeout: 240_000 }, () => {
    const piece = fc.constantFrom(
      ...naughtyStrings.filter((text) => text.length < 60),
      'Tỷ lệ che phủ rừng',
      '58,9%',
      'http://evil.vn/?d=',
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (said) => {
        expect(problemsOf({ blocks: [{ kind: 'paragraph', spans: [said, { bold: said }] }], choices: [] })).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });
});

import { Document, Header, Packer, Paragraph } from 'docx';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config.ts';
import { createHandleMessage } from '../../../src/conversation/handle-message.ts';
import type { Database } from '../../../src/store/database.ts';
import { findDirectives } from '../../../src/store/directives.ts';
import { loadTables } from '../../../src/tables.ts';
import { type Base, buildBase } from '../../../src/wiring/base.ts';
import { reviewFeatures } from '../../../src/wiring/review-features.ts';
import { CHAT, openTelegram } from '../../platforms/telegram/telegram-harness.ts';
import { testDatabase } from '../../support/database.ts';

const lines = [
  'ỦY BAN NHÂN DÂN TỈNH LAI CHÂU',
  'Số: 21/KH-UBND',
  'Lai Châu, ngày 12 tháng 01 năm 2024',
  'KẾ HOẠCH',
  'Phát triển kinh tế - xã hội năm 2024',
  'I. MỤC TIÊU',
  '1. Tỷ lệ che phủ rừng đạt 52,5%.',
  '2. Thu ngân sách trên địa bàn 2.350 tỷ đồng.',
];

/** A Word file, with these words in the header of its pages. */
async function wordFile(header: string): Promise<Buffer> {
  const children = lines.map((text) => new Paragraph(text));
  const headers = { default: new Header({ children: [new Paragraph(header)] }) };
  return Packer.toBuffer(new Document({ sections: [{ headers, children }] }));
}

let base: Base;
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  base = buildBase(database, loadTables());
});

/** The bot on Telegram over everything real but Telegram; the person of CHAT is an administrator. */
async function open() {
  const logged: object[] = [];
  const note = (fields: object, message: string): void => void logged.push({ ...fields, message });
  const handle = createHandleMessage({
    engine: base.engine,
    database,
    log: { info: note, warn: note, error: note },
    dayOf: (instant) => instant.toISOString().slice(0, 10),
    welcome: async () => null,
    speakerOf: async () => ({ role: 'administrator', unit: null, locality: null }),
    features: reviewFeatures(base, parseConfig({})),
  });
  const { fake, platform, log } = await openTelegram(handle);
  await platform.start();
  const send = (name: string, bytes: Buffer): void => {
    fake.state.files.set('d1', bytes);
    fake.say(CHAT, '', {
      text: undefined,
      entities: undefined,
      document: { file_id: 'd1', file_unique_id: 'd1', file_name: name, file_size: bytes.length },
    } as never);
  };
  return { fake, send, logged, log };
}

const textOf = (entries: { text: string }[]): string => entries.map(({ text }) => text).join('\n');

describe('a Word file sent on Telegram', { timeout: 60_000 }, () => {
  it('is read, shown, stored after a tap, reviewed and answered from', async () => {
    const { fake, send, logged } = await open();
    send('ke-hoach.docx', await wordFile('Trang 1'));
    expect(textOf(await fake.replies(CHAT))).toContain('21/KH-UBND');
    fake.tap(CHAT, 'Nạp');
    expect(textOf(await fake.replies(CHAT, 2))).toContain('Đã nạp: 2 chỉ tiêu');
    fake.tap(CHAT, 'Duyệt số liệu của văn bản này');
    await fake.replies(CHAT, 3);
    fake.tap(CHAT, 'Duyệt');
    await fake.replies(CHAT, 4);
    fake.say(CHAT, 'Tỷ lệ che phủ rừng Lai Châu 2024?');
    const answer = (await fake.replies(CHAT, 5)).at(-1)?.text ?? '';
    expect(answer).toContain('52,5%');
    expect(answer).not.toContain('rà soát');
    expect(logged).toEqual([]);
  });

  it('is refused for the stamp in the header of its pages, and nothing of it is kept or logged', async () => {
    const { fake, send, logged, log } = await open();
    const before = await findDirectives(database);
    send('ke-hoach-mat-tran.docx', await wordFile('TỐI MẬT'));
    expect(textOf(await fake.replies(CHAT))).toMatch(/Từ chối tiếp nhận.*Tối mật/);
    expect(await findDirectives(database)).toEqual(before);
    expect(await database.query('select 1 from submissions')).toEqual([]);
    expect(JSON.stringify([logged, log])).not.toMatch(/ke-hoach|TỐI|KH-UBND/);
  });
});

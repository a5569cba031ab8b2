import { beforeEach, describe, expect, it } from 'vitest';
import { createReview } from '../../../src/conversation/review/create-review.ts';
import { createSubmissions } from '../../../src/conversation/submissions/create-submissions.ts';
import type { SubmissionSettings } from '../../../src/conversation/submissions/submission-desk.ts';
import type { Attachment } from '../../../src/domain/message.ts';
import { hashingEmbedding } from '../../../src/retrieval/hashing-embedding.ts';
import type { Database } from '../../../src/store/database.ts';
import { findDirectives } from '../../../src/store/directives.ts';
import { submissionSettings } from '../../../src/wiring/review-features.ts';
import { tables } from '../../answer/memory-engine.ts';
import { type ChatWorld, createChatWorld } from '../../support/chat-world.ts';
import { testDatabase } from '../../support/database.ts';
import { readHere } from '../../support/read-here.ts';

const plan = (mark = '', extra = '') => `ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
${mark}Số: 21/KH-UBND
Lai Châu, ngày 12 tháng 01 năm 2024

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2024

I. MỤC TIÊU
1. Tỷ lệ che phủ rừng đạt 52,5%.
2. Thu ngân sách trên địa bàn 2.350 tỷ đồng.
3. Tỷ lệ hộ nghèo giảm trên 4,5%.
4. Trồng mới 500 ha rừng.${extra}

II. TỔ CHỨC THỰC HIỆN
Các sở, ngành báo cáo kết quả về Sở Kế hoạch và Đầu tư trước ngày 15 tháng 12 năm 2024.
`;

const file = (name: string, text: string, size: number | null = null): Attachment => {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size,
    load: async (limit) => (bytes.length > limit ? { status: 'too_large' } : { status: 'loaded', bytes }),
  };
};

const links: Record<string, Awaited<ReturnType<SubmissionSettings['fetchLink']>>> = {
  'https://tinh.gov.vn/kh21': {
    status: 'fetched',
    name: 'https://tinh.gov.vn/kh21.txt',
    bytes: new TextEncoder().encode(plan()),
  },
  'http://10.0.0.1/': {
    status: 'failed',
    reason: 'Đường liên kết dẫn tới địa chỉ không thuộc mạng công khai nên bot không mở.',
  },
};
let fetched: string[];
let database: Database;
let world: ChatWorld;
let lan: ReturnType<ChatWorld['person']>;
let admin: ReturnType<ChatWorld['person']>;
let reader: ReturnType<ChatWorld['person']>;

function begin(changes: Partial<SubmissionSettings> = {}): void {
  const own = submissionSettings({ database, read: readHere(tables), embedding: hashingEmbedding() }, 'administrator');
  const fetchLink: SubmissionSettings['fetchLink'] = async (link) => {
    fetched.push(link);
    return links[link] ?? { status: 'failed', reason: 'Không tìm thấy trang này.' };
  };
  const features = [createReview({ database, approvals: 1 }), createSubmissions({ ...own, fetchLink, ...changes })];
  world = createChatWorld({ database, tables, features });
  lan = world.person('Lan', 'reviewer');
  admin = world.person('Bình', 'administrator');
  reader = world.person('Cúc', 'reader');
}

beforeEach(async () => {
  database = await testDatabase();
  fetched = [];
  begin();
});

const waiting = async () => database.query<{ name: string }>('select name from submissions');
const stored = async () => (await findDirectives(database)).map(({ number }) => number);
const send = (who: typeof lan, attachment: Attachment, text = '') => who.send({ text, attachments: [attachment] });

describe('sending a file to the bot', () => {
  it('shows what was read and stores nothing in the corpus before a yes', async () => {
    const preview = await send(lan, file('ke-hoach.txt', plan()));
    for (const part of [
      'Kế hoạch số 21/KH-UBND',
      '12/01/2024',
      'UBND tỉnh Lai Châu',
      'hát triển kinh tế - xã hội năm 2024',
      '4 chỉ tiêu, 1 thời hạn',
      '52,5%',
      '2.350 tỷ đồng',
      '4,5%',
    ])
      expect(preview).toContain(part);
    expect(preview).not.toContain('500 ha');
    expect(lan.labels()).toEqual(['Nạp', 'Hủy']);
    expect(await stored()).toEqual([]);
    expect(await database.query('select 1 from originals')).toEqual([]);
    expect(await reader.say('Tỷ lệ che phủ rừng Lai Châu 2024?')).not.toContain('52,5');
  });

  it.each(['tap', 'pick'] as const)('stores it after a yes (%s), for review', async (way) => {
    await send(lan, file('ke-hoach.txt', plan()));
    expect(await lan[way]('Nạp')).toContain('Đã nạp: 4 chỉ tiêu, 1 thời hạn chờ duyệt');
    expect(await stored()).toEqual(['21/KH-UBND']);
    expect(await waiting()).toEqual([]);
    expect(await reader.say('Tỷ lệ che phủ rừng Lai Châu 2024?')).toContain('chưa được rà soát');
    expect(await lan.tap('Duyệt số liệu')).toContain('52,5%');
  });

  it('forgets it after a no', async () => {
    await send(lan, file('ke-hoach.txt', plan()));
    expect(await lan.tap('Hủy')).toContain('không lưu gì');
    expect(await waiting()).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it('stores it once for two taps, and knows it when it comes again', async () => {
    await send(lan, file('ke-hoach.txt', plan()));
    await lan.tap('Nạp');
    await send(lan, file('khac.txt', plan()));
    expect(lan.labels()).toEqual(['Duyệt số liệu của văn bản này']);
    expect(await stored()).toHaveLength(1);
    await send(lan, file('moi.txt', plan('', '\n5. Tỷ lệ đô thị hóa đạt 25%.')));
    const id = lan.choices()[0]?.message ?? '';
    expect(await lan.say(id)).toContain('thay bản cũ');
    expect(await lan.say(id)).toContain('không còn chờ nạp');
  });

  it('lets nobody else confirm or cancel it', async () => {
    await send(lan, file('ke-hoach.txt', plan()));
    const [yes, no] = lan.choices().map(({ message }) => message);
    expect(await admin.say(yes ?? '')).toContain('không còn chờ nạp');
    expect(await admin.say(no ?? '')).toContain('không còn chờ nạp');
    expect(await reader.say(yes ?? '')).toContain('Chỉ người có quyền');
    expect(await stored()).toEqual([]);
    expect(await waiting()).toHaveLength(1);
  });

  it('forgets it after a day', async () => {
    await send(lan, file('ke-hoach.txt', plan()));
    world.clock.now = new Date(world.clock.now.getTime() + 25 * 3_600_000);
    expect(await lan.tap('Nạp')).toContain('không còn chờ nạp');
    expect(await waiting()).toEqual([]);
  });

  it('forgets it after a day, whatever is said then and by whom', async () => {
    await send(lan, file('ke-hoach.txt', plan()));
    world.clock.now = new Date(world.clock.now.getTime() + 23 * 3_600_000);
    await reader.say('Xin chào');
    expect(await waiting()).toHaveLength(1);
    world.clock.now = new Date(world.clock.now.getTime() + 2 * 3_600_000);
    await reader.say('Xin chào');
    expect(await waiting()).toEqual([]);
  });

  it('can be confirmed again where storing it failed', async () => {
    let tries = 0;
    const own = submissionSettings({ database, read: readHere(tables), embedding: hashingEmbedding() }, null);
    begin({
      store: async (...input) => {
        tries += 1;
        return tries === 1
          ? { status: 'failed', document: null, targets: 0, deadlines: 0, reason: 'Đang dừng chương trình.' }
          : own.store(...input);
      },
    });
    await send(lan, file('ke-hoach.txt', plan()));
    const yes = lan.choices()[0]?.message ?? '';
    expect(await lan.say(yes)).toContain('Đang dừng chương trình');
    expect(await lan.say(yes)).toContain('Đã nạp');
  });

  it('is for reviewers; a reader is told so, and a question beside a picture is answered', async () => {
    expect(await send(reader, file('ke-hoach.txt', plan()))).toContain('Chỉ người có quyền rà soát');
    expect(await send(reader, file('anh.jpg', 'x'), 'Có những văn bản nào?')).toContain('Chưa có văn bản');
    expect(await waiting()).toEqual([]);
  });

  it.each<[string, Attachment, RegExp]>([
    ['an empty file', file('a.txt', ''), /rỗng.*không được lưu/],
    ['noise', file('a.bin', '\u0000\u0001\u0002\u0003'.repeat(50)), /không được lưu/],
    ['a file announced too large', file('a.pdf', 'x', 21 << 20), /20 MB/],
    ['a file that is too large', { name: 'a', size: null, load: async () => ({ status: 'too_large' }) }, /20 MB/],
    ['a file that does not come', { name: 'a', size: 5, load: async () => ({ status: 'failed' }) }, /chưa tải được/],
  ])('says what is wrong with %s and keeps nothing', async (_, attachment, says) => {
    expect(await send(lan, attachment)).toMatch(says);
    expect(await waiting()).toEqual([]);
    expect(await database.query('select 1 from originals')).toEqual([]);
    expect(world.logged).toEqual([]);
  });

  it.each([
    "'; drop table submissions; --.txt",
    '../../etc/passwd',
    '\u202etxt.exe',
    'a\u0000b\n\r.txt',
    '',
    `${'rất dài '.repeat(500)}.txt`,
    '<b>x</b>.txt',
    '$(reboot).txt',
  ])('bears with a file named %j', async (name) => {
    expect(await send(lan, file(name, plan()))).toContain('21/KH-UBND');
    expect((await waiting())[0]?.name).toMatch(/^[^\p{Cc}\p{Cf}]{1,200}$/u);
    expect(await lan.tap('Nạp')).toContain('Đã nạp');
  });

  it('takes one file at a time', async () => {
    const two = [file('a.txt', plan()), file('b.txt', plan())];
    expect(await lan.send({ text: '', attachments: two })).toContain('từng tệp một');
  });
});

describe('a file that bears a mark of secrecy', () => {
  it.each<[string, Attachment]>([
    ['a stamp', file('ke-hoach.txt', plan('MẬT\n'))],
    ['a spaced stamp', file('ke-hoach.txt', plan('T Ố I  M Ậ T\n'))],
    ['a stamp as recognition sees it', file('ke-hoach.txt', plan('TUYÊT MÂT\n'))],
    ['its name', file('Kế hoạch (TỐI MẬT).txt', plan())],
    ['its name, encoded in pieces', file('ke hoach TỐI MẬT.txt'.normalize('NFD'), plan())],
  ])('(%s) leaves nothing behind: no bytes, no text, no name, no log', async (_, attachment) => {
    expect(await send(lan, attachment)).toMatch(/Từ chối tiếp nhận.*độ mật/);
    expect(lan.labels()).toEqual([]);
    const tableNames = await database.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = current_schema() and tablename not in ('migrations', 'chats')`,
    );
    for (const { name } of tableNames) {
      const rows = JSON.stringify(await database.query(`select * from ${name}`));
      expect(rows).not.toMatch(/52,5|KH-UBND|hoach|hoạch/i);
    }
    expect(JSON.stringify(await database.query('select * from chats'))).not.toMatch(/52,5|KH-UBND|hoạch/);
    expect(world.logged).toEqual([]);
  });

  it('is not taken for one that speaks of density or of keeping secrets', async () => {
    const text = plan('', '\n5. Mật độ dân số đạt 55 người/km2.\n6. Bảo vệ bí mật nhà nước, bảo mật thông tin.');
    expect(await send(lan, file('mat-do-dan-so.txt', text))).toContain('Chưa vào kho');
  });
});

describe('sending a link to the bot', () => {
  it.each(['https://tinh.gov.vn/kh21', '/nap https://tinh.gov.vn/kh21'])(
    'reads %s for an administrator',
    async (text) => {
      expect(await admin.say(text)).toContain('Kế hoạch số 21/KH-UBND');
      expect(await admin.tap('Nạp')).toContain('Đã nạp');
      expect((await findDirectives(database))[0]?.source).toBe('https://tinh.gov.vn/kh21.txt');
    },
  );

  it('says why a link cannot be opened', async () => {
    expect(await admin.say('http://10.0.0.1/')).toContain('không thuộc mạng công khai');
  });

  it('opens none for others', async () => {
    expect(await lan.say('https://tinh.gov.vn/kh21')).toContain('không có quyền gửi đường liên kết');
    expect(await reader.say('https://tinh.gov.vn/kh21')).toContain('Chỉ người có quyền');
    expect(fetched).toEqual([]);
  });

  it('opens them for reviewers, or for nobody, where the setting says so', async () => {
    begin({ linkRole: 'reviewer' });
    expect(await lan.say('https://tinh.gov.vn/kh21')).toContain('21/KH-UBND');
    begin({ linkRole: null });
    expect(await admin.say('https://tinh.gov.vn/kh21')).toContain('đã tắt');
    expect(fetched).toHaveLength(1);
  });

  it('is a question when more than a link is said', async () => {
    await admin.say('Xem https://tinh.gov.vn/kh21 thì chỉ tiêu rừng là bao nhiêu?');
    expect(fetched).toEqual([]);
  });
});

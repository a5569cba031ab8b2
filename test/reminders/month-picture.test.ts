import { describe, expect, it } from 'vitest';
import { usualLadder } from '../../src/domain/reminder.ts';
import type { ChatDuty } from '../../src/reminders/chat-duties.ts';
import { daysOfMonth, monthEntries } from '../../src/reminders/picture/month-entries.ts';
import { monthPicture } from '../../src/reminders/picture/month-picture.ts';
import { drawable, textLines } from '../../src/reminders/picture/text-lines.ts';
import { calendar, dutyDraft, rules } from '../support/reminder-world.ts';

function chatDuty(origin: string, draft: Parameters<typeof dutyDraft>[1], submitted: string[] = []): ChatDuty {
  const at = new Date('2026-11-01T00:00:00Z');
  const stored = { id: 1, status: 'active' as const, overrides: null, createdAt: at, endedAt: null };
  return {
    duty: { ...dutyDraft(origin, draft), ...stored },
    directive: null,
    ladder: usualLadder,
    submitted,
    silenced: [],
  };
}

/** Width and height of a PNG, as its first chunk says (PNG specification, 11.2.2). */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  expect([...png.slice(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

describe('the month of a chat', () => {
  it('lists what is due by day and hour, whole days last', () => {
    const duties = [
      chatDuty('a', { rule: 'FREQ=MONTHLY;BYMONTHDAY=25' }, ['2026-11-25']),
      chatDuty('b', { dueDate: '2026-11-25', dueTime: '17:00' }),
      chatDuty('c', { dueDate: '2026-12-01' }),
      chatDuty('d', { regime: 'commune:monthly' }),
    ];
    expect(monthEntries(duties, '2026-11', rules)).toEqual([
      {
        day: '2026-11-17',
        time: null,
        name: expect.stringContaining('tháng 11/2026'),
        note: expect.stringMatching(/^Hạn tính theo chế độ/),
        isSubmitted: false,
      },
      { day: '2026-11-25', time: '17:00', name: 'Việc b', note: '', isSubmitted: false },
      { day: '2026-11-25', time: null, name: 'Việc a', note: '', isSubmitted: true },
    ]);
  });

  it('names the working day before a day off', () => {
    const [entry] = monthEntries([chatDuty('a', { dueDate: '2026-11-24' })], '2026-11', rules);
    expect(entry?.note).toBe('Ngày nghỉ; ngày làm việc liền trước: thứ Hai, 23/11/2026.');
  });

  it.each(['2026-13', '2026-00', '2026', '99999-01', 'nay', '2026-1'])('is none for %s', (month) => {
    expect(() => daysOfMonth(month)).toThrow(RangeError);
  });

  it('is a picture wide enough for a phone that says the same in words', async () => {
    const entries = monthEntries([chatDuty('a', { what: 'nộp <báo cáo> & "phụ lục"' })], '2026-11', rules);
    const { png, alt } = await monthPicture({ month: '2026-11', today: '2026-11-22', entries, undated: 2, calendar });
    expect(sizeOf(png).width).toBeGreaterThanOrEqual(1080);
    expect(alt).toBe(
      'Lịch tháng 11/2026:\n13/11/2026: Nộp <báo cáo> & "phụ lục"\n2 việc văn bản không nêu ngày nên không có trong lịch.',
    );
  });

  it.each(['2026-02', '2027-02', '2026-08', '2028-02'])(
    'is drawn for %s, with nothing due and with a thousand things',
    async (month) => {
      const draw = async (count: number) => {
        const entry = {
          day: `${month}-11`,
          time: null,
          note: 'x'.repeat(200),
          name: 'ế\ud800\u0000<svg>😀'.repeat(90),
          isSubmitted: true,
        };
        const entries = Array.from({ length: count }, () => entry);
        const { png, alt } = await monthPicture({ month, today: '2026-11-22', entries, undated: 0, calendar });
        expect(alt.split('\n').length).toBeLessThan(25);
        return sizeOf(png);
      };
      expect((await draw(0)).width).toBe(1200);
      // Telegram takes no photo whose sides are more than 10,000 together.
      const { width, height } = await draw(1000);
      expect(width + height).toBeLessThan(10_000);
    },
  );
});

describe('text in a picture', () => {
  it.each([
    ['Nộp báo cáo 🎉 tháng', 'Nộp báo cáo tháng'],
    ['Nộp báo cáo'.normalize('NFD'), 'Nộp báo cáo'],
    ['a\u0000\u202eb 中文 ✓', 'a b'],
    ['', ''],
  ])('%j is drawn as %j', (text, expected) => expect(drawable(text)).toBe(expected));

  it('breaks between words, in long words where it must, and says where it ends early', () => {
    const of = (text: string, most: number) => textLines(text, { size: 20, width: 120, most });
    expect(of('Báo cáo kết quả', 3)).toEqual(['Báo cáo', 'kết quả']);
    expect(of('x'.repeat(30), 9).join('')).toBe('x'.repeat(30));
    const short = of('một hai ba bốn năm sáu bảy tám chín mười', 2);
    expect(short.length).toBe(2);
    expect(short[1]).toMatch(/…$/);
    expect(of('', 3)).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bearsSecrecyMark } from '../../src/conversation/secrecy-in-message.ts';
import { findSecrecyMark } from '../../src/ingest/secrecy/find-secrecy-mark.ts';

const degrees = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'] as const;

/** How a stamp comes out of typing, scanning and copying. */
const spellings: ((degree: string) => string)[] = [
  (degree) => degree,
  (degree) => degree.normalize('NFD'),
  (degree) => [...degree].join(' '),
  (degree) => [...degree].join('\u200b'),
  (degree) => degree.replace('TỐI', 'T0I').replace('MẬT', 'MÂT'),
  (degree) => `[ ${degree} ]`,
  (degree) => `**${degree}**`,
  (degree) => `« ${degree} »`,
  (degree) => `${degree} - HỎA TỐC`,
  (degree) => degree.replaceAll('M', '\u041c').replaceAll('T', '\u0422'),
];
const office = 'ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n';
const rest =
  '\nSố: 12/KH-UBND\nKẾ HOẠCH\nPhát triển lâm nghiệp năm 2026\nI. MỤC TIÊU\n1. Tỷ lệ che phủ rừng đạt 52,5%.\n';
const places: ((stamp: string) => string)[] = [
  (stamp) => `${stamp}\n${office}${rest}`,
  (stamp) => `${office}${stamp}${rest}`,
  (stamp) => `${office}\t${stamp}\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM${rest}`,
  (stamp) => `| ${stamp} | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n${office}${rest}`,
  (stamp) => `${office}Độ mật: ${stamp}${rest}`,
  (stamp) => `${office}${rest}${'Nội dung thực hiện.\n'.repeat(90)}\f${stamp}\nTiếp theo.`,
  (stamp) => `\r\n\r\n   ${stamp}   \r\n${office}${rest}`,
];
const documents = degrees.flatMap((degree) =>
  spellings.flatMap((spell) => places.map((place) => place(spell(degree)))),
);

const messages = degrees.flatMap((degree) => {
  const small = degree.toLowerCase();
  return [
    degree,
    `${degree}\nKế hoạch số 12`,
    `Anh xem giúp văn bản ${small} này`,
    `Tài liệu ${small}: Kế hoạch 12/KH-UBND`,
    `Độ mật: ${small}`,
    `văn bản đóng dấu ${small} thì trả lời thế nào?`,
    `${degree} - Công văn số 5`.normalize('NFD'),
  ];
});

const samples = join(import.meta.dirname, '..', 'samples');
/** What officials really write, line by line. */
const ordinary = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .flatMap((name) => readFileSync(join(samples, name), 'utf8').split('\n'))
  .map((line) => line.trim())
  .filter((line, at, all) => line.length > 3 && all.indexOf(line) === at)
  .slice(0, 1200);

describe('marks of state secrets', () => {
  it(`stop ${documents.length} of ${documents.length} documents, however the stamp is spelt and wherever it stands`, () => {
    expect(documents.length).toBeGreaterThanOrEqual(200);
    expect(documents.filter((text) => findSecrecyMark(text, 'ke-hoach.pdf') === null)).toEqual([]);
  });

  it(`stop ${messages.length} of ${messages.length} messages`, () => {
    expect(messages.filter((text) => !bearsSecrecyMark(text))).toEqual([]);
  });

  it('stop 0 of 1,000 ordinary lines, as documents and as messages', () => {
    expect(ordinary.length).toBeGreaterThanOrEqual(1000);
    const refused = ordinary.filter(
      (line) => findSecrecyMark(`${office}${line}${rest}`, 'ke-hoach.pdf') !== null || bearsSecrecyMark(line),
    );
    expect(refused).toEqual([]);
  });

  it.each([
    'mật độ dân số của Lai Châu',
    'sản lượng mật ong năm 2026',
    'kế hoạch bảo vệ bí mật nhà nước nói gì?',
    'quên mật khẩu thì làm sao',
    'các mặt hàng xuất khẩu chủ lực',
    'tien mat, mat bang, ra mat',
  ])('let pass: %s', (text) => {
    expect(bearsSecrecyMark(text)).toBe(false);
    expect(findSecrecyMark(`${office}${rest}${text}\n`, 'ke-hoach.pdf')).toBeNull();
  });
});

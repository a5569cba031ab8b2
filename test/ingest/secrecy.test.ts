import { describe, expect, it } from 'vitest';
import { findSecrecyMark } from '../../src/ingest/secrecy/find-secrecy-mark.ts';

const head = 'ỦY BAN NHÂN DÂN TỈNH\nSố: 12/KH-UBND\n';
const body = '\nKẾ HOẠCH\nBảo vệ bí mật nhà nước năm 2024\nI. MỤC ĐÍCH\nNâng cao ý thức bảo mật.\n';

const marked: readonly (readonly [string, string, string])[] = [
  ['a stamp on a line of its own', `MẬT\n${head}${body}`, 'Mật'],
  ['a stamp below the head', `${head}TỐI MẬT${body}`, 'Tối mật'],
  ['the highest degree', `${head}TUYỆT MẬT${body}`, 'Tuyệt mật'],
  ['a spaced stamp', `M Ậ T\n${head}${body}`, 'Mật'],
  ['a widely spaced stamp', `T U Y Ệ T   M Ậ T\n${head}${body}`, 'Tuyệt mật'],
  ['a stamp without marks', `TOI MAT\n${head}${body}`, 'Tối mật'],
  ['a badly recognised stamp', `T0I MAT\n${head}${body}`, 'Tối mật'],
  ['a framed stamp', `[ MẬT ]\n${head}${body}`, 'Mật'],
  ['a stamp in a cell of the head', `| TỐI MẬT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n${head}${body}`, 'Tối mật'],
  ['a stamp beside the issuer', `ỦY BAN NHÂN DÂN TỈNH        MẬT\n${body}`, 'Mật'],
  ['a label of the degree', `${head}Độ mật: Mật${body}`, 'Mật'],
  ['a label in small letters', `${head}Độ mật: tối mật${body}`, 'Tối mật'],
  ['a bold stamp in Markdown', `**MẬT**\n${head}${body}`, 'Mật'],
  ['a capitalised word alone', `Tuyệt mật\n${head}${body}`, 'Tuyệt mật'],
  ['an urgent secret', `MẬT - HỎA TỐC\n${head}${body}`, 'Mật'],
  ['a number with the sign of secrecy', `Số: 12/KH-UBND (M)\n${body}`, 'Mật'],
  ['a stamp in decomposed letters', `${'TỐI MẬT'.normalize('NFD')}\n${head}${body}`, 'Tối mật'],
  [
    'a stamp at the top of a later page',
    `${head}${body}${'Nội dung thực hiện.\n'.repeat(80)}\fTUYỆT MẬT\nTiếp theo.`,
    'Tuyệt mật',
  ],
  ['front matter that says so', `---\nĐộ mật: Mật\n---\n${head}${body}`, 'Mật'],
];

const unmarked: readonly (readonly [string, string])[] = [
  ['a plan about protecting secrets', `${head}${body}`],
  [
    'secrets in running text',
    `${head}\nTuyệt đối không soạn thảo tài liệu mật, tối mật, tuyệt mật trên máy có kết nối mạng.`,
  ],
  ['population density', `${head}\nMật độ dân số\nMật độ xây dựng tối đa 40%`],
  ['density in capitals', `${head}\nMẬT ĐỘ DÂN SỐ\n`],
  ['honey', `${head}\nMẬT ONG HOA NHÃN\nMật ong`],
  ['a heading about secrecy', `${head}\nI. BẢO VỆ BÍ MẬT NHÀ NƯỚC\nBÍ MẬT NHÀ NƯỚC\n`],
  ['passwords', `${head}\nMật khẩu\nMẬT KHẨU\n`],
  ['a document that is openly not secret', `${head}\nĐộ mật: Thường\nĐộ mật: Không\n`],
  ['the word deep in a table', `${head}${'Nội dung.\n'.repeat(90)}MẬT\n`],
  ['an empty text', ''],
];

const files: readonly (readonly [string, string | null])[] = [
  ['TUYET MAT - ke hoach.docx', 'Tuyệt mật'],
  ['Kế hoạch (TỐI MẬT).txt', 'Tối mật'],
  ['van-ban_MẬT_2024.pdf', 'Mật'],
  ['TaiLieuMat.txt', 'Mật'],
  ['Tài liệu mật 12.txt', 'Mật'],
  ['thu-muc/Tối Mật/ke-hoach.txt', null],
  ['bi-mat-nha-nuoc.txt', null],
  ['mat-do-dan-so.xlsx', null],
  ['mat-khau.txt', null],
  ['ke-hoach-15.txt', null],
];

describe('the gate of secrecy', () => {
  it.each(marked)('stops %s', (_, text, degree) =>
    expect(findSecrecyMark(text, 'ke-hoach.txt')).toMatchObject({ degree }),
  );
  it.each(unmarked)('lets %s pass', (_, text) => expect(findSecrecyMark(text, 'ke-hoach.txt')).toBeNull());
  it.each(files)('judges the file name %s', (name, degree) =>
    expect(findSecrecyMark('', name)?.degree ?? null).toBe(degree),
  );
});

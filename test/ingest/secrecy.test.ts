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
  ['a stamp with invisible letters in it', `M\u200bẬ\u00adT\n${head}${body}`, 'Mật'],
  ['a stamp in letters of other alphabets', `\u0422\u041eI M\u1eac\u0422\n${head}${body}`, 'Tối mật'],
  ['a stamp in full-width letters', `ＭẬＴ\n${head}${body}`, 'Mật'],
  ['a stamp without the point below', `MÂT\n${head}${body}`, 'Mật'],
  ['a stamp with a mark of another tone', `TÔÍ MẶT\n${head}${body}`, 'Tối mật'],
  ['a stamp with a small l for I', `TỐl MẬT\n${head}${body}`, 'Tối mật'],
  ['a stamp in pointed quotes', `« TUYỆT MẬT »\n${head}${body}`, 'Tuyệt mật'],
  ['a stamp that runs into the issuer', `ỦY BAN NHÂN DÂN TỈNH LAI CHÂU MẬT\n${body}`, 'Mật'],
  ['a stamp that runs into the state title', `TỐI MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n${body}`, 'Tối mật'],
  ['a stamp that runs into the number', `Số: 12/KH-UBND TUYỆT MẬT\n${body}`, 'Tuyệt mật'],
  ['a stamp with the number of the copy', `MẬT (Bản số: 02)\n${head}${body}`, 'Mật'],
  ['a stamp that forbids copies', `TỐI MẬT - KHÔNG SAO CHỤP\n${head}${body}`, 'Tối mật'],
  ['a label behind another', `${head}Độ khẩn: Hỏa tốc; Độ mật: Mật${body}`, 'Mật'],
  ['a line that names the paper secret', `Tài liệu Mật\n${head}${body}`, 'Mật'],
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
  ['words that end in it', 'BÍ MẬT\nBẢO MẬT\nCƠ MẬT\nTHÂN MẬT\nONG MẬT\n'],
  ['offices that keep secrets', 'BAN CHỈ ĐẠO BẢO MẬT\nSỞ Y TẾ - PHÒNG BÍ MẬT\nCÔNG AN TỈNH, ĐỘI BẢO MẬT\n'],
  ['a plan about bees', 'KẾ HOẠCH\nPHÁT TRIỂN NGHỀ NUÔI ONG LẤY MẬT\nMẬT ONG BẠC HÀ\n'],
  ['a list of secret papers', `${head}DANH MỤC TÀI LIỆU MẬT\nTiêu hủy tài liệu mật\nSố vụ lộ mật: 0\n`],
  ['other words of capitals', `${head}MẶT BẰNG\nTIỀN MẶT\nBỀ MẶT\nVẮNG MẶT\n`],
  ['an empty text', ''],
];

const files: readonly (readonly [string, string | null])[] = [
  ['TUYET MAT - ke hoach.docx', 'Tuyệt mật'],
  ['Kế hoạch (TỐI MẬT).txt', 'Tối mật'],
  ['van-ban_MẬT_2024.pdf', 'Mật'],
  ['TaiLieuMat.txt', 'Mật'],
  ['Tài liệu mật 12.txt', 'Mật'],
  ['KH15-MAT.pdf', 'Mật'],
  ['15-KH-UBND(M).pdf', 'Mật'],
  ['QĐ 12 (TM).docx', 'Tối mật'],
  ['toimat2024.pdf', 'Tối mật'],
  ['mật - kế hoạch.docx', 'Mật'],
  ['M\u200bẬT.pdf', 'Mật'],
  ['Tối mật.docx'.normalize('NFD'), 'Tối mật'],
  ['mật-độ.xlsx', null],
  ['ra-mat.pdf', null],
  ['tien-mat.xlsx', null],
  ['mat-bang.pdf', null],
  ['danh muc mat hang.xlsx', null],
  ['bao-mat-thong-tin.docx', null],
  ['thu-muc/Tối Mật/ke-hoach.txt', null],
  ['bi-mat-nha-nuoc.txt', null],
  ['mat-do-dan-so.xlsx', null],
  ['mat-khau.txt', null],
  ['ke-hoach-15.txt', null],
];

describe('the gate of secrecy', () => {
  it('reads a megabyte of adversarial text', () => {
    const lines = [
      `${'M '.repeat(120)}\n`.repeat(4000),
      'MẬT'.repeat(300_000),
      `\f${'TỐI '.repeat(50)}\n`.repeat(5000),
      '('.repeat(1_000_000),
    ];
    for (const text of lines) expect(findSecrecyMark(text, text.slice(0, 5000))?.where ?? null).not.toBe('dấu');
  });
  it.each(marked)('stops %s', (_, text, degree) =>
    expect(findSecrecyMark(text, 'ke-hoach.txt')).toMatchObject({ degree }),
  );
  it.each(unmarked)('lets %s pass', (_, text) => expect(findSecrecyMark(text, 'ke-hoach.txt')).toBeNull());
  it.each(files)('judges the file name %s', (name, degree) =>
    expect(findSecrecyMark('', name)?.degree ?? null).toBe(degree),
  );
});

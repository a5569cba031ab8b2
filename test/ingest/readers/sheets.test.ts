import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/ingest/readers/read-file.ts';
import { shownNumber } from '../../../src/ingest/readers/sheet/number-format.ts';

const shown: [value: number, format: string, text: string][] = [
  [0.425, '0.0%', '42,5%'],
  [0.425, '0%', '42,5%'],
  [0.4, '0.0%', '40,0%'],
  [1, '0%', '100%'],
  [24600, '#,##0', '24.600'],
  [1234567.5, '#,##0.0', '1.234.567,5'],
  [8.35, '0.0', '8,35'],
  [12, '0.00', '12,00'],
  [8.300000000000001, '', '8,3'],
  [5640, '', '5640'],
  [2026, 'General', '2026'],
  [0.1, '0', '0,1'],
  [-5.25, '#,##0.00;(#,##0.00)', '-5,25'],
  [1200, '#,##0" tỷ đồng"', '1.200 tỷ đồng'],
  [12, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', '12'],
  [0, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', '-'],
  [1500000, '#,##0,', '1.500'],
  [95, '[>=90]0"%";0', '95%'],
  [46022, 'dd/mm/yyyy', '31/12/2025'],
  [46022, 'mm/yyyy', '12/2025'],
  [46022, 'd-mmm', '31/12'],
];

const computed: [value: number, format: string, text: string][] = [
  [1 / 3, '0.0%', '33,3%'],
  [0.425, '0%', '43%'],
  [2 / 3, '#,##0.0', '0,7'],
];

describe('numbers of sheets', () => {
  it.each(shown)('%d as %j is said %s', (value, format, text) => {
    expect(shownNumber({ value, format, is1904: false, isComputed: false })).toBe(text);
  });

  it.each(computed)('computed %d as %j is rounded as shown: %s', (value, format, text) => {
    expect(shownNumber({ value, format, is1904: false, isComputed: true })).toBe(text);
  });
});

async function textOf(fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  fill(book);
  const result = await readFile(new Uint8Array(await book.xlsx.writeBuffer()));
  if ('failed' in result) throw new Error(result.failed);
  return result.text.trimEnd();
}

describe('Excel workbooks', () => {
  it('puts the title and the unit above the table and the notes below it', async () => {
    const text = await textOf((book) => {
      const sheet = book.addWorksheet('Sheet1');
      sheet.addRows([
        ['BIỂU GIAO CHỈ TIÊU NĂM 2026'],
        [],
        ['', '', 'ĐVT: ha'],
        ['TT', 'Xã', 'Diện tích'],
        [1, 'Chư Sê', 12.5],
        ['Ghi chú: số tạm giao'],
      ]);
      sheet.mergeCells('A1:C1');
    });
    expect(text).toBe(
      'BIỂU GIAO CHỈ TIÊU NĂM 2026\n\nĐVT: ha\n\n| TT | Xã | Diện tích |\n| 1 | Chư Sê | 12,5 |\n\nGhi chú: số tạm giao',
    );
  });

  it('takes a formula by its value, parts tables by empty rows, names sheets where there are several', async () => {
    const text = await textOf((book) => {
      const first = book.addWorksheet('PL1');
      first.addRows([['A', 'B'], [1, { formula: 'A2*2', result: 2 }], [], [], [], ['C', 'D'], [3, 4]]);
      book.addWorksheet('PL2').addRows([
        ['E', 'F'],
        [5, 6],
      ]);
    });
    expect(text).toBe('PL1\n\n| A | B |\n| 1 | 2 |\n\n| C | D |\n| 3 | 4 |\n\nPL2\n\n| E | F |\n| 5 | 6 |');
  });

  it('says the stamp that stands over each page, and nothing else of that', async () => {
    const text = await textOf((book) => {
      const sheet = book.addWorksheet('A');
      sheet.addRows([
        ['A', 'B'],
        [1, 2],
      ]);
      sheet.headerFooter.oddHeader = '&LSở Tài chính&C&"Times New Roman,Bold"&14TỐI MẬT';
      sheet.headerFooter.oddFooter = '&CTrang &P';
    });
    expect(text).toBe('TỐI MẬT\n\n| A | B |\n| 1 | 2 |');
  });

  it('reads no hidden sheet, row or column and says so', async () => {
    const text = await textOf((book) => {
      const sheet = book.addWorksheet('Chính');
      sheet.addRows([
        ['A', 'x', 'B'],
        [1, 'x', 2],
        ['ẩn', 'x', 'ẩn'],
      ]);
      sheet.getRow(3).hidden = true;
      sheet.getColumn(2).hidden = true;
      book.addWorksheet('Nháp', { state: 'hidden' }).addRow(['bí ẩn']);
    });
    expect(text).toBe('| A | B |\n| 1 | 2 |\n\n[Không đọc: trang tính ẩn «Nháp»; hàng, cột ẩn của trang tính «Chính»]');
  });
});

const csvs: [what: string, bytes: string, text: string][] = [
  [
    'semicolons',
    'TT;Chỉ tiêu;Mức\n1;BHYT;95,5\n2;BHXH;12\n',
    '| TT | Chỉ tiêu | Mức |\n| 1 | BHYT | 95,5 |\n| 2 | BHXH | 12 |',
  ],
  [
    'commas, quotes and line ends in fields',
    'TT,Chỉ tiêu,Mức\r\n1,"Tăng ""GRDP"",\nnăm 2026","8,5"\r\n2,Thu,"1.200"\r\n',
    '| TT | Chỉ tiêu | Mức |\n| 1 | Tăng "GRDP", năm 2026 | 8,5 |\n| 2 | Thu | 1.200 |',
  ],
  ['bars in fields', 'A;B;C\n1;x|y;2\n3;z;4\n', '| A | B | C |\n| 1 | x\\|y | 2 |\n| 3 | z | 4 |'],
];

describe('tables as text', () => {
  it.each(csvs)('reads %s', async (_, bytes, text) => {
    expect(await readFile(Buffer.from(bytes))).toMatchObject({ text: `${text}\n` });
  });

  it.each([
    'Các sở, ban, ngành, đoàn thể\nUBND các xã, phường triển khai\nBáo cáo, tổng hợp, gửi về Sở Nội vụ, trước ngày 15\n',
    'Một; hai; ba.\nBốn.\nNăm; sáu.\n',
  ])('leaves prose as it is: %j', async (text) => {
    expect(await readFile(Buffer.from(text))).toMatchObject({ text });
  });
});

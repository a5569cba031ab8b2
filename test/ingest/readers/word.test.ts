import { describe, expect, it } from 'vitest';
import { readDirective } from '../../../src/ingest/read-directive.ts';
import { readFile } from '../../../src/ingest/readers/read-file.ts';
import { wordFile } from '../../support/broken-files.ts';
import { tables } from '../support/read-text.ts';

const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;
const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const across = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const down = '<w:vMerge w:val="restart"/>';
const below = '<w:vMerge/>';

async function textOf(body: string, more: Record<string, string> = {}): Promise<string> {
  const result = await readFile(wordFile(body, more));
  if ('failed' in result) throw new Error(result.failed);
  return result.text.trimEnd();
}

const cases: [what: string, body: string, text: string][] = [
  ['keeps what was inserted', paragraph(run('Đạt '), `<w:ins>${run('95%')}</w:ins>`), 'Đạt 95%'],
  [
    'leaves out what was deleted',
    paragraph(run('Đạt '), `<w:del><w:r><w:delText>90%</w:delText></w:r></w:del>`, run('95%')),
    'Đạt 95%',
  ],
  ['leaves out what was moved away', paragraph(`<w:moveFrom>${run('cũ ')}</w:moveFrom>`, run('mới')), 'mới'],
  [
    'leaves out hidden text',
    paragraph(run('Thấy'), run(' ẩn', '<w:vanish/>'), run(' rõ', '<w:vanish w:val="0"/>')),
    'Thấy rõ',
  ],
  ['prints what is set in capitals', paragraph(run('Mật', '<w:caps/>')), 'MẬT'],
  ['breaks lines softly', paragraph(run('Một'), '<w:r><w:br/></w:r>', run('hai')), 'Một\nhai'],
  [
    'knows a tab from its stop',
    paragraph('<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>', run('A'), '<w:r><w:tab/></w:r>', run('B')),
    'A\tB',
  ],
  [
    'reads signs of the Symbol font',
    paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', run(' 95%')),
    '≥ 95%',
  ],
  ['reads fonts of TCVN3', paragraph(run('Tû lÖ hé nghÌo', '<w:rFonts w:ascii=".VnTime"/>')), 'Tỷ lệ hộ nghèo'],
  ['reads capitals of TCVN3', paragraph(run('kÕ ho¹ch', '<w:rFonts w:ascii=".VnTimeH"/>')), 'KẾ HOẠCH'],
  ['reads fonts of VNI', paragraph(run('Tyû leä hoä ngheøo', '<w:rFonts w:ascii="VNI-Times"/>')), 'Tỷ lệ hộ nghèo'],
  [
    'takes the result of a field, not its code',
    paragraph('<w:r><w:instrText>PAGE</w:instrText></w:r>', run('Năm 2026')),
    'Năm 2026',
  ],
  [
    'reads a text box once',
    paragraph(
      `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('MẬT'))}</w:txbxContent></mc:Choice>` +
        `<mc:Fallback><w:txbxContent>${paragraph(run('MẬT'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`,
      run('Kế hoạch'),
    ),
    'MẬT\n\nKế hoạch',
  ],
  [
    'leaves out a table of contents',
    `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>${run('I. Mục tiêu 3')}</w:p>${paragraph(run('Nội dung'))}`,
    'Nội dung',
  ],
  [
    'says a merged name in each of its rows and a merged number once',
    `<w:tbl>${row(cell('Lĩnh vực'), cell('Chỉ tiêu'), cell('Mức'))}${row(cell('Y tế', down), cell('BHYT'), cell('95', down))}${row(cell('', below), cell('BHXH'), cell('', below))}</w:tbl>`,
    '| Lĩnh vực | Chỉ tiêu | Mức |\n| Y tế | BHYT | 95 |\n| Y tế | BHXH |  |',
  ],
  [
    'says a header over columns in each of them',
    `<w:tbl>${row(cell('TT', down), cell('Kế hoạch', across(2)))}${row(cell('', below), cell('2025'), cell('2026'))}${row(cell('1'), cell('8'), cell('9'))}</w:tbl>`,
    '| TT | Kế hoạch | Kế hoạch |\n| TT | 2025 | 2026 |\n| 1 | 8 | 9 |',
  ],
  [
    'leaves out a deleted row',
    `<w:tbl>${row(cell('A'), cell('B'))}<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('x')}${cell('y')}</w:tr>${row(cell('1'), cell('2'))}</w:tbl>`,
    '| A | B |\n| 1 | 2 |',
  ],
  [
    'reads a table inside a cell as its text',
    `<w:tbl>${row(cell('A'), `<w:tc><w:tbl>${row(cell('x'), cell('y'))}</w:tbl><w:p/></w:tc>`)}${row(cell('1'), cell('2'))}</w:tbl>`,
    '| A | x y |\n| 1 | 2 |',
  ],
  ['takes a frame of one cell for text', `<w:tbl>${row(cell('Ghi chú trong khung'))}</w:tbl>`, 'Ghi chú trong khung'],
];

describe('Word documents', () => {
  it.each(cases)('%s', async (_, body, text) => {
    expect(await textOf(body)).toBe(text);
  });

  it('numbers lists as Word prints them', async () => {
    const level = (at: number, format: string, text: string, start = 1) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}${level(3, 'bullet', '')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;
    const styles =
      '<w:styles><w:style w:styleId="Muc"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style></w:styles>';
    const entry = (text: string, at: number, list = 1) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
    const styled = (text: string, style: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
    const body = [
      entry('Mục tiêu', 0),
      styled('Chung', 'Muc'),
      entry('một', 2),
      entry('hai', 2),
      styled('Cụ thể', 'MucCon'),
      entry('lại một', 2),
      entry('gạch', 3),
      entry('Nhiệm vụ', 0),
      entry('Khác', 0, 2),
      entry('Không số', 0, 0),
    ].join('');
    const text = await textOf(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles });
    expect(text.split('\n\n')).toEqual([
      ...['I. Mục tiêu', '1. Chung', 'a) một', 'b) hai', '2. Cụ thể', 'a) lại một', '- gạch', 'II. Nhiệm vụ'],
      ...['V. Khác', 'Không số'],
    ]);
  });

  it('refuses a stamp of secrecy in a header', async () => {
    const header = `<w:hdr>${paragraph(run('TỐI MẬT'))}</w:hdr>`;
    const bytes = wordFile(paragraph(run('Kế hoạch')), { 'word/header1.xml': header });
    const result = await readDirective(bytes, { name: 'a.docx', tables, today: '2026-11-22' });
    expect(result).toMatchObject({ status: 'refused', reason: expect.stringMatching(/Tối mật/) });
  });

  it('reads notes behind the text and leaves out what repeats on every page', async () => {
    const text = await textOf(paragraph(run('Nội dung'), '<w:r><w:footnoteReference w:id="1"/></w:r>'), {
      'word/footnotes.xml': `<w:footnotes><w:footnote>${paragraph(run('Theo chuẩn nghèo đa chiều'))}</w:footnote></w:footnotes>`,
      'word/footer1.xml': `<w:ftr>${paragraph(run('Trang 12'))}</w:ftr>`,
      'word/header1.xml': `<w:hdr>${paragraph(run('Kế hoạch của tỉnh'))}</w:hdr>`,
    });
    expect(text).toBe('Nội dung\n\nTheo chuẩn nghèo đa chiều');
  });

  it('knows pages where Word noted their ends', async () => {
    const pageEnd = '<w:r><w:lastRenderedPageBreak/></w:r>';
    const result = await readFile(wordFile(`${paragraph(run('Trang một'))}${paragraph(pageEnd, run('Trang hai'))}`));
    expect(result).toMatchObject({
      text: 'Trang một\n\nTrang hai\n',
      pages: [
        { number: 1, start: 0 },
        { number: 2, start: 9 },
      ],
    });
  });
});

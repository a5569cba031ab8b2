import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/ingest/readers/read-file.ts';

async function textOf(page: string | Uint8Array): Promise<string> {
  const result = await readFile(typeof page === 'string' ? Buffer.from(page) : page);
  if ('failed' in result) throw new Error(result.failed);
  return result.text.trimEnd();
}

const inBody = (body: string): string => `<!DOCTYPE html><html><body>${body}</body></html>`;
const running = 'Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành triển khai thực hiện.';

const cases: [what: string, body: string, text: string][] = [
  ['breaks, entities and blanks', '<p>Một&nbsp;v&agrave;   hai<br>ba &lt; bốn &#7841;</p>', 'Một và hai\nba < bốn ạ'],
  [
    'lists as a browser prints them',
    '<ol type="a"><li>một<li>hai</ol><ul><li>ba<li>- bốn</ul>',
    'a) một\n\nb) hai\n\n- ba\n\n- bốn',
  ],
  ['a start of its own', '<ol start="3"><li>ba</li></ol>', '3. ba'],
  ['raised letters', '<p>120 m<sup>2</sup><sup><a href="#1">[1]</a></sup></p>', '120 m2'],
  [
    'spans over columns and rows',
    '<table><tr><td rowspan=2>TT<td colspan=2>Kế hoạch<tr><td>2025<td>2026<tr><td>1<td>8<td>9</table>',
    '| TT | Kế hoạch | Kế hoạch |\n| TT | 2025 | 2026 |\n| 1 | 8 | 9 |',
  ],
  ['bars in cells', '<table><tr><td>a|b<td>c<tr><td>1<td>2</table>', '| a\\|b | c |\n| 1 | 2 |'],
  [
    'a table that only arranges',
    `<table><tr><td><table><tr><td>A<td>B<tr><td>1<td>2</table></td><td><p>${running}</p></td></tr></table>`,
    `| A | B |\n| 1 | 2 |\n\n${running}`,
  ],
  ['fonts of TCVN3', '<p><font face=".VnTime">Tû lÖ hé nghÌo</font></p>', 'Tỷ lệ hộ nghèo'],
  [
    'nothing hidden',
    `<p>Thấy</p><p style="display: none">ẩn</p><p hidden>ẩn</p><div aria-hidden="true">ẩn</div><del>bỏ</del>`,
    'Thấy',
  ],
  [
    'no scripts, styles or fields',
    '<p>Thấy</p><script>var a = "<p>12%</p>";</script><style>p{}</style><select><option>Chọn</select>',
    'Thấy',
  ],
];

describe('web pages', () => {
  it.each(cases)('show %s', async (_, body, text) => {
    expect(await textOf(inBody(body))).toBe(text);
  });

  it('lose their menus, related news and footers', async () => {
    const page = inBody(`<header><nav><a href="/">Trang chủ</a></nav></header>
      <div class="top"><ul><li><a href="/a">Giới thiệu chung về cơ quan</a><li><a href="/b">Tin tức sự kiện nổi bật</a><li><a href="/c">Văn bản chỉ đạo điều hành</a></ul></div>
      <div id="main"><h1>Kế hoạch giảm nghèo năm 2026</h1><div class="body"><p>${running}</p><p>${running}</p>
      <div class="tin-lien-quan"><p>${running} Tin liên quan.</p></div></div></div>
      <footer>Bản quyền thuộc Cổng thông tin điện tử tỉnh, lượt truy cập 1.234.567</footer>`);
    expect(await textOf(page)).toBe(`Kế hoạch giảm nghèo năm 2026\n\n${running}\n\n${running}`);
  });

  it('are decoded as they declare', async () => {
    const head =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1258"></head><body><p>';
    const letters = Buffer.from([0xd0, 0xf4, 0xf2, 0x6e, 0x67]);
    expect(await textOf(Buffer.concat([Buffer.from(head), letters, Buffer.from('</p></body></html>')]))).toBe('Động');
  });

  it('are read as parts too', async () => {
    expect(await textOf('<table><tr><td>A<td>B<tr><td>1<td>2</table>')).toBe('| A | B |\n| 1 | 2 |');
  });
});

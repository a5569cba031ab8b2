import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftDirective } from '../../../src/ingest/draft-directive.ts';
import { readPlainText } from '../../../src/ingest/readers/plain-text.ts';
import { tables } from '../support/read-text.ts';

const cell = fc.constantFrom(
  ...['', 'TT', 'Chỉ tiêu', 'ĐVT', 'KH 2026', 'Năm 2025', 'Thực hiện năm 2025', '1', '1.1', 'a', '-', 'I', 'Tổng cộng'],
  ...['Xã Chư Sê', '- Lúa', 'Trong đó:', 'Trong đó: thuế', '%', 'ha', 'nt', '"', '(%)', 'Đơn vị tính: ha', 'Tổng'],
  ...['8,5', '1.200', '1 250', '≥ 95', '5-6', '2026', 'Tỷ lệ hộ nghèo', 'x\\|y', '8.700', '9,1', 'Diện tích'],
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 9 });

it('quotes every figure of any table as it stands, in composed and decomposed letters', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('NFC', 'NFD'), (table, form) => {
      const body = table.map((row) => `| ${row.join(' | ')} |`).join('\n');
      const text = `UBND TỈNH GIA LAI\n\nKẾ HOẠCH\nGiao chỉ tiêu năm 2026\n\nI. CHỈ TIÊU\n\n${body}\n`.normalize(form);
      const file = readPlainText(new TextEncoder().encode(text));
      const draft = 'failed' in file ? null : draftDirective(file, { name: 'a', tables, today: '2026-11-22' });
      for (const { start, end, quote, valueText, indicator } of draft?.figures ?? []) {
        expect(draft?.text.slice(start, end)).toBe(quote);
        expect(quote).toContain(valueText);
        expect(indicator.trim()).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});

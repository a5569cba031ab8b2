import type { Citation } from '../../src/domain/citation.ts';
import { paragraph, type Reply } from '../../src/domain/reply.ts';

export const citation: Citation = {
  document: '0123456789ab',
  title: 'Kế hoạch phát triển kinh tế - xã hội năm 2026',
  number: '15/KH-UBND',
  issuer: 'UBND tỉnh Lâm Đồng',
  date: '2026-01-12',
  heading: 'Mục tiêu › Chỉ tiêu chủ yếu',
  quote: 'Tốc độ tăng trưởng kinh tế đạt từ 7,5 % trở lên; thu ngân sách 3.505 tỷ đồng.',
  start: 100,
  end: 178,
};

export const sayReply = (text: string): Reply => ({ blocks: [paragraph(text)], choices: [] });

/** One of every kind of block, with choices. */
export const fullReply: Reply = {
  blocks: [
    paragraph({ bold: 'từ 7,5 % trở lên' }, ': tốc độ tăng trưởng kinh tế, Lâm Đồng, năm 2026 (chỉ tiêu).'),
    {
      kind: 'table',
      rows: [
        ['Địa phương', 'Thu'],
        ['Kon Tum', '3.505 tỷ đồng'],
      ],
    },
    { kind: 'list', items: [['một ', { italic: 'nghiêng' }], ['hai']] },
    { kind: 'citation', label: 'Kế hoạch 15/KH-UBND, UBND tỉnh Lâm Đồng, 12/01/2026', citation },
  ],
  choices: [
    { label: 'Xem nguồn', message: 'nguồn' },
    { label: 'So sánh', message: 'so sánh' },
  ],
  choicesToken: 'k3f9',
};

/** A picture of one white dot. */
export const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** Words, a picture, a file, words. */
export const mediaReply: Reply = {
  blocks: [
    paragraph('Đây là lịch.'),
    { kind: 'image', png, alt: 'Ảnh lịch tháng 11' },
    {
      kind: 'file',
      name: '../bao-cao.pdf',
      mediaType: 'application/pdf',
      bytes: new TextEncoder().encode('%PDF-1.4'),
      alt: 'Tệp báo cáo',
    },
    paragraph('Hết.'),
  ],
  choices: [],
};

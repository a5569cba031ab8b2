import type { Choice, Reply } from '../domain/reply.ts';
import { paragraph } from '../domain/reply.ts';
import { readCommand } from './read-command.ts';

/** A command of the menu. `description` stands beside it in the platform's menu. */
export type MenuCommand = { command: string; description: string };

/** The menu, in the order shown. Names take Latin letters only, as Telegram asks. */
export const menuCommands: readonly MenuCommand[] = [
  { command: 'start', description: 'Giới thiệu' },
  { command: 'trogiup', description: 'Cách hỏi' },
  { command: 'chitieu', description: 'Chỉ tiêu của một địa phương: /chitieu Cao Bằng' },
  { command: 'vanban', description: 'Các văn bản đã nạp' },
  { command: 'han', description: 'Thời hạn báo cáo, hoàn thành: /han Cao Bằng' },
  { command: 'nguon', description: 'Nguyên văn của câu trả lời vừa rồi' },
  { command: 'hieu', description: 'Bot hiểu câu vừa rồi thế nào' },
  { command: 'quen', description: 'Quên cuộc trò chuyện này' },
];

/** What a typed command comes to: a reply of its own, a question to answer, forgetting, or how the last question was read; null for text that is no command. */
export type CommandReading =
  | { kind: 'say'; reply: Reply }
  | { kind: 'ask'; question: string }
  | { kind: 'forget' }
  | { kind: 'reading' }
  | null;

const starters: Choice[] = [
  { label: 'Các văn bản đã nạp', message: '/vanban' },
  { label: 'Cách hỏi', message: '/trogiup' },
];

const introduction: Reply = {
  blocks: [
    paragraph(
      'Xin chào! Tôi là ',
      { bold: 'Chỉ Đạo' },
      ', trợ lý tự động (máy trả lời, không phải người) tra cứu văn bản chỉ đạo.',
    ),
    paragraph(
      'Anh/chị hỏi về chỉ tiêu, thời hạn hay nội dung văn bản như nhắn tin bình thường. Mỗi câu trả lời kèm trích dẫn nguyên văn; không có số liệu thì tôi nói không có.',
    ),
    paragraph('Không gửi nội dung mật qua kênh này.'),
  ],
  choices: starters,
};

const manualOf = (commands: readonly MenuCommand[]): Reply => ({
  blocks: [
    paragraph({ bold: 'Cách hỏi' }),
    {
      kind: 'list',
      items: [
        ['Một con số: “tỷ lệ che phủ rừng Cao Bằng 2023”, gõ không dấu cũng được'],
        ['Hỏi tiếp: “còn Kon Tum?”, “thế năm 2020?”, “trong đó KV2?”'],
        ['So sánh: “so sánh tỷ lệ hộ nghèo của … và …”'],
        ['Danh sách: “các chỉ tiêu về môi trường của …”'],
        ['Thời hạn: “hạn báo cáo của …?”, “ai phải báo cáo?”'],
        ['Văn bản: “ai ký kế hoạch …?”, “số, ngày ban hành?”'],
        ['Nguồn: gõ “nguồn” để xem nguyên văn'],
        ['Nhắc việc: “nhắc tôi nộp báo cáo trước ngày 20 hằng tháng”'],
      ],
    },
    paragraph(`Lệnh: ${commands.map(({ command }) => `/${command}`).join(', ')}.`),
  ],
  choices: [],
});

const replies: Readonly<Record<string, Reply>> = {
  start: introduction,
};

/** Reads "/chitieu Cao Bằng", "/chitieu@tenbot Cao Bằng"; an unknown command gets the manual. `more`: commands that features add to the menu. */
export function readMenuCommand(text: string, more: readonly MenuCommand[] = []): CommandReading {
  const command = readCommand(text);
  if (command === null) return null;
  const { name, rest } = command;
  const reply = replies[name];
  if (reply !== undefined) return { kind: 'say', reply };
  if (name === 'quen') return { kind: 'forget' };
  if (name === 'hieu') return { kind: 'reading' };
  if (name === 'nguon') return { kind: 'ask', question: 'nguồn' };
  if (name === 'vanban')
    return { kind: 'ask', question: rest === '' ? 'Có những văn bản nào?' : `Có những văn bản nào của ${rest}?` };
  if (name === 'chitieu')
    return { kind: 'ask', question: rest === '' ? 'Liệt kê các chỉ tiêu' : `Liệt kê các chỉ tiêu của ${rest}` };
  if (name === 'han')
    return { kind: 'ask', question: rest === '' ? 'Các thời hạn báo cáo' : `Các thời hạn của ${rest}` };
  return { kind: 'say', reply: manualOf([...menuCommands, ...more]) };
}

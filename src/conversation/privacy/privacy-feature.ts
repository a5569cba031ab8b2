import type { Account } from '../../domain/person.ts';
import { paragraph, type Reply } from '../../domain/reply.ts';
import { addAudit } from '../../store/audit.ts';
import { forgetChat } from '../../store/chats.ts';
import type { Database } from '../../store/database.ts';
import { findPerson } from '../../store/people.ts';
import { collectPersonalData, erasePersonalData, saveConsent } from '../../store/privacy.ts';
import type { Feature, Turn } from '../feature.ts';
import { readCommand } from '../read-command.ts';
import { sayReply } from '../say-reply.ts';

/** `retentionDays`: how long texts of messages are kept at most. `modelHost`: where a language model is asked; absent: none is. */
export type PrivacyDesk = { database: Database; retentionDays: number; modelHost?: string };

/** What is stored of a person: saying it, handing it out, erasing it, and their consent. */
export function createPrivacy(desk: PrivacyDesk): Feature {
  return {
    commands: [
      { command: 'riengtu', description: 'Dữ liệu của tôi được lưu, dùng thế nào' },
      { command: 'xuatdulieu', description: 'Nhận tệp mọi dữ liệu về tôi' },
      { command: 'xoadulieu', description: 'Xóa dữ liệu về tôi' },
    ],
    async respond(turn) {
      const command = readCommand(turn.text);
      const step = command !== null && Object.hasOwn(steps, command.name) ? steps[command.name] : undefined;
      if (command === null || step === undefined) return null;
      if (command.name !== 'riengtu' && turn.message.isGroup) return privately;
      return step(turn, desk, command.rest);
    },
  };
}

/** Whoever asks about their data is not asked anything beneath the reply. */
export const isAboutPrivacy = (text: string): boolean => Object.hasOwn(steps, readCommand(text)?.name ?? '');

type Step = (turn: Turn, desk: PrivacyDesk, rest: string) => Promise<Reply>;

const steps: Readonly<Record<string, Step>> = {
  riengtu: sayPrivacy,
  dongy: (turn, desk) => consent(turn, desk, true),
  khongdongy: (turn, desk) => consent(turn, desk, false),
  xuatdulieu: exportData,
  xoadulieu: eraseData,
};

const privately = sayReply('Dữ liệu là của từng người: xin nhắn riêng cho bot.');

const speaking = ({ message }: Turn): Account => ({ platform: message.platform, accountId: message.personId });

const consentWords = {
  unasked: 'chưa hỏi',
  asked: 'chưa trả lời',
  agreed: 'đồng ý',
  refused: 'không; mỗi câu hỏi đứng riêng',
};

async function sayPrivacy({ consent: said }: Turn, { retentionDays, modelHost }: PrivacyDesk): Promise<Reply> {
  return {
    blocks: [
      paragraph({ bold: 'Bot lưu gì về anh/chị' }),
      {
        kind: 'list',
        items: [
          [
            'Câu hỏi gần nhất: dùng 12 giờ để hiểu câu tiếp, xóa sau ',
            { bold: `${retentionDays} ngày` },
            ' hoặc ngay khi gõ /quen',
          ],
          ['Hồ sơ, lời nhắc đã đặt: đến khi anh/chị xóa'],
          ['Tệp gửi để nạp: một ngày nếu chưa nạp'],
          ['Nhật ký kiểm tra: ai hỏi lúc nào, số liệu nào đã hiện; dưới mã, không có nội dung tin nhắn'],
          ['Số liệu đã rà soát: tên người duyệt, không sửa được'],
          ...(modelHost === undefined
            ? []
            : [
                [
                  `Câu bot chưa đọc được: gửi tới mô hình ngôn ngữ tại ${modelHost}, đã che tên người, số điện thoại, giấy tờ`,
                ],
              ]),
        ],
      },
      paragraph('Ghi nhớ câu hỏi: ', { bold: consentWords[said] }, '. Không gửi bí mật nhà nước qua kênh này.'),
    ],
    choices: [
      { label: 'Xuất dữ liệu', message: '/xuatdulieu' },
      { label: 'Xóa dữ liệu', message: '/xoadulieu' },
      said === 'agreed'
        ? { label: 'Thôi ghi nhớ', message: '/khongdongy' }
        : { label: 'Đồng ý ghi nhớ', message: '/dongy' },
    ],
  };
}

/** Asked beneath the first reply, once. */
export function withConsentQuestion({ blocks, choices, ...more }: Reply): Reply {
  return {
    ...more,
    blocks: [
      ...blocks,
      paragraph(
        { bold: 'Hỏi một lần' },
        ': tôi ghi nhớ câu hỏi gần nhất của anh/chị trong ít giờ để hiểu câu hỏi tiếp. Đồng ý thì gõ /dongy, không thì /khongdongy. Xem kỹ: /riengtu',
      ),
    ],
    choices: [...choices, { label: 'Đồng ý', message: '/dongy' }, { label: 'Không', message: '/khongdongy' }],
  };
}

async function consent(turn: Turn, { database }: PrivacyDesk, agreed: boolean): Promise<Reply> {
  const { platform, chatId, receivedAt } = turn.message;
  await database.transaction((session) => saveConsent(session, { account: speaking(turn), agreed }, receivedAt));
  if (agreed) return sayReply('Cảm ơn anh/chị. Đổi ý lúc nào cũng được: /khongdongy');
  await forgetChat(database, { platform, chatId });
  return sayReply('Vâng, tôi không ghi nhớ câu hỏi (chỉ giữ các nút vừa đưa ra): mỗi câu xin hỏi đủ ý. Đổi ý: /dongy');
}

/** All accounts of whoever speaks. */
async function accountsOf(turn: Turn, database: Database): Promise<Account[]> {
  const person = await findPerson(database, speaking(turn));
  return person === null ? [speaking(turn)] : person.accounts;
}

async function exportData(turn: Turn, { database }: PrivacyDesk): Promise<Reply> {
  const accounts = await accountsOf(turn, database);
  const { receivedAt } = turn.message;
  const data = await collectPersonalData(database, accounts);
  await database.transaction((session) => addAudit(session, { kind: 'exported', actor: speaking(turn) }, receivedAt));
  const whole = { xuat_luc: receivedAt.toISOString(), tai_khoan_cua_toi: accounts, ...data };
  return {
    blocks: [
      paragraph('Mọi dữ liệu bot lưu về anh/chị:'),
      {
        kind: 'file',
        name: 'du-lieu-cua-toi.json',
        mediaType: 'application/json',
        bytes: new TextEncoder().encode(JSON.stringify(whole, null, 2)),
        alt: 'Tệp JSON dữ liệu của anh/chị. Nền tảng này không gửi được tệp: xin gõ /xuatdulieu ở Telegram, hoặc nhờ quản trị.',
      },
    ],
    choices: [],
  };
}

async function eraseData(turn: Turn, { database }: PrivacyDesk, rest: string): Promise<Reply> {
  if (rest.trim().toLowerCase() !== 'that') {
    return {
      blocks: [
        paragraph(
          { bold: 'Xóa hết dữ liệu về anh/chị?' },
          ' Hồ sơ, lời nhắc, cuộc trò chuyện mất hẳn; anh/chị không còn được vào, muốn dùng lại phải được mời lại.',
        ),
        paragraph(
          'Giữ lại theo trách nhiệm lưu hồ sơ của cơ quan: tên trong nhật ký duyệt số liệu; nhật ký kiểm tra dưới mã không còn nối được với anh/chị.',
        ),
      ],
      choices: [
        { label: 'Xóa hết', message: '/xoadulieu that' },
        { label: 'Để nguyên', message: '/riengtu' },
      ],
    };
  }
  const accounts = await accountsOf(turn, database);
  await database.transaction((session) => erasePersonalData(session, accounts, turn.message.receivedAt));
  return sayReply('Đã xóa dữ liệu về anh/chị trên mọi tài khoản đã nối.');
}

import { paragraph, type Reply } from '../../domain/reply.ts';
import { findDirective } from '../../store/directives.ts';
import { nextUnseen, settleUnseen } from '../../store/unseen-figures.ts';
import { cite, directiveName } from '../../tools/cite.ts';
import { type Desk, nextChoice, say } from './review-desk.ts';

/** The next value that only the model takes for a target, with both readings; null when there is none. It is never used in an answer. */
export async function showUnseen({ database, hidden }: Desk, document: string | null): Promise<Reply | null> {
  const unseen = await nextUnseen(database, document, hidden);
  const directive = unseen === null ? null : await findDirective(database, unseen.document);
  if (unseen === null || directive === null) return null;
  const { id, indicator, valueText, heading } = unseen;
  return {
    blocks: [
      paragraph({ bold: 'Hai lần đọc khác nhau' }),
      paragraph('Luật đọc: không thấy chỉ tiêu ở câu này.'),
      paragraph('Mô hình đọc: ', { bold: valueText }, ` – ${indicator}.`),
      {
        kind: 'citation',
        label: `Nguồn: ${directiveName(directive)}`,
        citation: cite(directive, unseen, heading),
      },
      paragraph({ italic: 'Bot không dùng số này để trả lời; câu gốc vẫn tìm được.' }),
    ],
    choices: [{ label: 'Đã xem', message: `/duyet daxem ${id}` }],
  };
}

/** Puts one away and goes on. */
export async function putAway(desk: Desk, id: number): Promise<Reply> {
  const isOurs = await settleUnseen(desk.database, { id, by: desk.reviewer.id, at: desk.now });
  return { ...say(isOurs ? 'Đã ghi nhận.' : 'Mục này đã có người xử lý.'), choices: [nextChoice] };
}

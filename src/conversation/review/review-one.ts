import { paragraph, type Reply } from '../../domain/reply.ts';
import type { ReviewAct, Subject } from '../../domain/review.ts';
import { countWaiting, nextWaiting } from '../../store/review-queue.ts';
import { type Correction, reviewSubject } from '../../store/reviews.ts';
import { loadSubject } from './load-subject.ts';
import { type Desk, nextChoice, say } from './review-desk.ts';
import { printRef } from './subject-ref.ts';
import { headline, reopenChoice, standingSentence, writeCard } from './write-card.ts';

const unknownReply = say('Không có mục này. Gõ /duyet để xem mục đang chờ duyệt.');

/** The next subject that waits, after another one; what to do when none is left. */
export async function showNext(
  desk: Desk,
  { after, document }: { after: Subject | null; document: string | null },
): Promise<Reply> {
  const queue = { reviewer: desk.reviewer, document, hidden: desk.hidden };
  const [subject, left] = [await nextWaiting(desk.database, queue, after), await countWaiting(desk.database, queue)];
  if (subject === null) return nothingLeft(left, document);
  const loaded = await loadSubject(desk.database, subject, desk.hidden);
  return loaded === null
    ? nothingLeft(left, document)
    : writeCard(loaded, { left, document, approvals: desk.approvals });
}

function nothingLeft(left: number, document: string | null): Reply {
  const again = document === null ? '/duyet' : `/duyet vb ${document}`;
  if (left > 0)
    return {
      blocks: [paragraph(`Đã hết lượt; còn ${left} mục bỏ qua chưa duyệt.`)],
      choices: [{ label: 'Xem lại từ đầu', message: again }],
    };
  if (document === null) return say('Không có mục nào chờ anh/chị duyệt.');
  return { blocks: [paragraph('Văn bản này không còn mục nào chờ anh/chị duyệt.')], choices: [nextChoice] };
}

/** One subject, whatever its status. */
export async function showOne(desk: Desk, subject: Subject): Promise<Reply> {
  const loaded = await loadSubject(desk.database, subject, desk.hidden);
  if (loaded === null) return unknownReply;
  const card = writeCard(loaded, { left: 0, document: null, approvals: desk.approvals });
  return loaded.history.length === 0
    ? card
    : { ...card, blocks: [...card.blocks, paragraph(standingSentence(loaded))] };
}

export type ActRequest = {
  act: ReviewAct;
  subject: Subject;
  turn: number;
  document: string | null;
  value?: Correction;
};

const ownSentence = 'Anh/chị đã duyệt mục này rồi; cần một người khác duyệt nữa.';

const doneWords: Partial<Record<ReviewAct, string>> = {
  approve: 'Đã duyệt',
  correct: 'Đã sửa và duyệt',
  reject: 'Đã bác, bot sẽ không trả lời số liệu này',
  reopen: 'Đã đưa về chờ duyệt',
  keep: 'Giữ như đã rà soát',
};

/** Carries an act out, says what became of it and goes on to the next subject. */
export async function actOn(desk: Desk, { act, subject, turn, document, value }: ActRequest): Promise<Reply> {
  const { database, reviewer, approvals, now, hidden } = desk;
  if ((await loadSubject(database, subject, hidden)) === null) return unknownReply;
  const deed = { act, reviewer, at: now, approvals, ...(value === undefined ? {} : { value }) };
  const outcome = await reviewSubject(database, { subject, turn }, deed);
  const loaded = await loadSubject(database, subject, hidden);
  if (outcome.result === 'unknown' || loaded === null) return unknownReply;
  if (outcome.result === 'pointless')
    return withNext(outcome.status === 'proposed' ? ownSentence : standingSentence(loaded));
  if (outcome.result === 'changed') return withNext(`Đã có người xử lý trước anh/chị. ${standingSentence(loaded)}`);
  if (act === 'reopen') return showOne(desk, subject);
  const isCounted = outcome.status !== 'proposed';
  const words = isCounted ? doneWords[act] : 'Đã ghi ý kiến của anh/chị, cần thêm một người nữa duyệt';
  const next = await showNext(desk, { after: subject, document });
  return {
    blocks: [paragraph(`✓ ${words ?? ''}: `, ...headline(loaded)), ...next.blocks],
    choices: [...next.choices, { ...reopenOf(loaded, isCounted), label: 'Xét lại mục vừa rồi' }],
  };
}

const reopenOf = (loaded: Parameters<typeof reopenChoice>[0], isCounted: boolean) =>
  isCounted ? reopenChoice(loaded) : { label: '', message: `/duyet ${printRef(loaded.subject)}` };

const withNext = (sentence: string): Reply => ({ blocks: [paragraph(sentence)], choices: [nextChoice] });

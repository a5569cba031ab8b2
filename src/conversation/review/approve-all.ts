import { type Choice, paragraph, type Reply } from '../../domain/reply.ts';
import type { Subject } from '../../domain/review.ts';
import { listForBulk } from '../../store/review-queue.ts';
import { reviewMany } from '../../store/reviews.ts';
import { directiveName } from '../../tools/cite.ts';
import { type LoadedSubject, loadSubject, quoteOf } from './load-subject.ts';
import { type Desk, nextChoice, say } from './review-desk.ts';
import { showOne } from './review-one.ts';
import { printRef } from './subject-ref.ts';

type Scope = 'section' | 'document';

const bulkOf = (desk: Desk, loaded: LoadedSubject, scope: Scope) => ({
  document: loaded.directive.id,
  heading: scope === 'section' ? quoteOf(loaded).heading : null,
  reviewer: desk.reviewer,
});

const doubtWords = (doubtful: number): string =>
  doubtful === 0 ? '' : ` ${doubtful} số liệu máy đọc chưa chắc phải xem từng cái.`;

/** How many figures would be approved together, in the same section and in the whole document; nothing is approved yet. */
export async function askAll(desk: Desk, subject: Subject): Promise<Reply> {
  const loaded = await loadSubject(desk.database, subject, desk.hidden);
  if (loaded === null) return showOne(desk, subject);
  const section = await listForBulk(desk.database, bulkOf(desk, loaded, 'section'));
  const whole = await listForBulk(desk.database, bulkOf(desk, loaded, 'document'));
  const heading = quoteOf(loaded).heading.at(-1) ?? '';
  const ref = printRef(subject);
  const choices: Choice[] = [];
  if (section.ids.length > 0 && heading !== '' && section.ids.length < whole.ids.length)
    choices.push({
      label: `Duyệt ${section.ids.length} số liệu của mục này`,
      message: `/duyet ca ${ref} muc ${section.ids.length}`,
    });
  if (whole.ids.length > 0)
    choices.push({
      label: `Duyệt ${whole.ids.length} số liệu của cả văn bản`,
      message: `/duyet ca ${ref} vb ${whole.ids.length}`,
    });
  if (choices.length === 0) return say(`Không có số liệu nào duyệt cùng lúc được.${doubtWords(whole.doubtful)}`);
  return {
    blocks: [
      paragraph(
        `Duyệt cùng lúc trong ${directiveName(loaded.directive)}${heading === '' ? '' : `, mục “${heading.slice(0, 80)}”`}. Anh/chị đã đối chiếu với văn bản gốc?${doubtWords(whole.doubtful)}`,
      ),
    ],
    choices: [...choices, { label: 'Không, xem từng cái', message: `/duyet ${ref}` }],
  };
}

/** Approves them, if they are still as many as the person was told. */
export async function approveAll(
  desk: Desk,
  { subject, scope, expected }: { subject: Subject; scope: Scope; expected: number },
): Promise<Reply> {
  const loaded = await loadSubject(desk.database, subject, desk.hidden);
  if (loaded === null) return showOne(desk, subject);
  const { ids, doubtful } = await listForBulk(desk.database, bulkOf(desk, loaded, scope));
  const { reviewer, approvals, now } = desk;
  const deed = { act: 'approve', reviewer, at: now, approvals } as const;
  const isAsSeen = ids.length === expected && expected > 0;
  const count = isAsSeen ? await reviewMany(desk.database, { kind: 'figure', ids, expected }, deed) : null;
  if (count === null) {
    const again = await askAll(desk, subject);
    return { ...again, blocks: [paragraph('Danh sách vừa thay đổi, chưa duyệt gì. '), ...again.blocks] };
  }
  const words =
    approvals === 1
      ? `Đã duyệt ${count} số liệu.`
      : `Đã ghi ý kiến duyệt cho ${count} số liệu; mỗi số cần ${approvals} người.`;
  return { blocks: [paragraph(`✓ ${words}${doubtWords(doubtful)}`)], choices: [nextChoice] };
}

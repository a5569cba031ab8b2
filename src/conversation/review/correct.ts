import { type Block, paragraph, type Reply } from '../../domain/reply.ts';
import type { Subject } from '../../domain/review.ts';
import { loadDirectiveText } from '../../store/directives.ts';
import { dropPrompt, findPrompt, savePrompt } from '../../store/review-prompts.ts';
import { correctionAt, type FoundCorrection, findCorrection, type Place } from './find-correction.ts';
import { type LoadedSubject, loadSubject, quoteOf, statusOf, withValue } from './load-subject.ts';
import { type Desk, say } from './review-desk.ts';
import { actOn, showOne } from './review-one.ts';
import { printRef } from './subject-ref.ts';
import { headline, sourceBlock, standingSentence } from './write-card.ts';

/** After so long a typed number is no answer to the question any more. */
const minutesOpen = 30;

/** Begins as a value does; anything else is a question or a wish of another kind. */
const valueLike =
  /^\s*(?:(?:từ|trên|dưới|đạt|khoảng|hơn|ít nhất|tối|thiểu|đa|không|quá|tăng|giảm|còn|trước|ngày|đúng|sửa|thành|là|phải)\s+){0,6}(?:[<>≥≤~=]{1,2}\s*)?\d/iu;

/** Asks for the right value; what the person types next in this chat is taken for it. */
export async function askValue(desk: Desk, subject: Subject): Promise<Reply> {
  const loaded = await loadSubject(desk.database, subject, desk.hidden);
  if (loaded === null) return showOne(desk, subject);
  const status = statusOf(loaded);
  if (status !== 'proposed' && status !== 'approved') return say(standingSentence(loaded));
  await savePrompt(desk.database, desk.key, { subject, turn: loaded.history.length, askedAt: desk.now });
  const example = subject.kind === 'figure' ? '“45%”, “từ 7,5 đến 8%”' : '“15/12/2026”, “trước ngày 15/12/2026”';
  // Without choices: a typed "2" is a value now and no choice.
  return {
    blocks: [
      sourceBlock(loaded),
      paragraph(`Giá trị đúng là gì? Gõ như văn bản ghi, ví dụ ${example}; gõ “thôi” để giữ nguyên.`),
    ],
    choices: [],
  };
}

/** What was typed as an answer to the question; null when none is open, or what was typed is something else. */
export async function readAnswer(desk: Desk, typed: string): Promise<Reply | null> {
  const prompt = await findPrompt(desk.database, desk.key);
  if (prompt === null) return null;
  const isOpen = desk.now.getTime() - prompt.askedAt.getTime() <= minutesOpen * 60_000;
  const loaded = isOpen ? await loadSubject(desk.database, prompt.subject, desk.hidden) : null;
  if (loaded === null || typed.startsWith('/')) return close(desk, null);
  if (/^\s*(?:thôi|thoi|hủy|huỷ|huy|bỏ|bo|không|khong)[\s.!]*$/iu.test(typed))
    return close(desk, say('Giữ nguyên như máy đọc; mục này vẫn chờ duyệt.'));
  const text = (await loadDirectiveText(desk.database, loaded.directive.id)) ?? '';
  const found = findCorrection(loaded, text, typed);
  if (found === 'unclear') return valueLike.test(typed) && typed.length <= 40 ? unclear(loaded) : close(desk, null);
  if (found === null) return nowhere(loaded);
  const confirmed = await offer({ loaded, turn: prompt.turn, place: found.place, value: found.value });
  return close(desk, confirmed);
}

async function close(desk: Desk, reply: Reply | null): Promise<Reply | null> {
  await dropPrompt(desk.database, desk.key);
  return reply;
}

/** Repeats the value back as the document says it, with the sentence that holds it. */
function offer({ loaded, turn, place, value }: { loaded: LoadedSubject; turn: number } & FoundCorrection): Reply {
  const changed = withValue(loaded, value);
  const other = changed !== loaded && quoteOf(changed).start !== quoteOf(loaded).start;
  const note: Block[] = other
    ? [paragraph({ italic: 'Giá trị này đứng ở câu khác của văn bản; trích dẫn sẽ đổi theo.' })]
    : [];
  const ref = printRef(loaded.subject);
  return {
    blocks: [paragraph('Sửa thành: ', ...headline(changed)), sourceBlock(changed), ...note],
    choices: [
      { label: 'Đúng, sửa và duyệt', message: `/duyet sua ${ref} ${turn} ${place.start} ${place.end}` },
      { label: 'Gõ lại', message: `/duyet sua ${ref}` },
      { label: 'Thôi', message: `/duyet ${ref}` },
    ],
  };
}

const unclear = ({ subject }: LoadedSubject): Reply =>
  say(
    subject.kind === 'figure'
      ? 'Tôi chưa hiểu giá trị này. Gõ một giá trị như văn bản ghi, ví dụ “45%”, hoặc “thôi”.'
      : 'Tôi chưa hiểu ngày này. Gõ một ngày, ví dụ “15/12/2026”, hoặc “thôi”.',
  );

const nowhere = (loaded: LoadedSubject): Reply => ({
  blocks: [
    paragraph(
      'Văn bản không ghi giá trị này, nên không sửa được: mỗi số liệu phải có câu gốc. Gõ giá trị khác, “thôi”, hoặc bác mục này.',
    ),
    sourceBlock(loaded),
  ],
  choices: [],
});

/** Sets the value that stands at these offsets of the document, and nothing else can be set. */
export async function correctTo(
  desk: Desk,
  { subject, turn, ...place }: Place & { subject: Subject; turn: number },
): Promise<Reply> {
  await dropPrompt(desk.database, desk.key);
  const loaded = await loadSubject(desk.database, subject, desk.hidden);
  if (loaded === null) return showOne(desk, subject);
  const text = (await loadDirectiveText(desk.database, loaded.directive.id)) ?? '';
  const value = correctionAt(loaded, text, place);
  if (value === null) return nowhere(loaded);
  return actOn(desk, { act: 'correct', subject, turn, document: loaded.directive.id, value });
}

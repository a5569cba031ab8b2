import { paragraph, type Reply } from '../../domain/reply.ts';
import {
  findOpenSuggestion,
  nextSuggestion,
  type StoredSuggestion,
  settleSuggestion,
} from '../../store/suggestions.ts';
import { type LoadedSubject, loadSubject, statusOf, withValue } from './load-subject.ts';
import { type Desk, nextChoice, say } from './review-desk.ts';
import { actOn } from './review-one.ts';
import { headline, sourceBlock } from './write-card.ts';

/** The next place where a later reading differs from what was settled; null when there is none. */
export async function showSuggestion(desk: Desk, document: string | null): Promise<Reply | null> {
  const suggestion = await nextSuggestion(desk.database, document, desk.hidden);
  const loaded = suggestion === null ? null : await loadSubject(desk.database, suggestion.subject, desk.hidden);
  return suggestion === null || loaded === null ? null : writeSuggestion(suggestion, loaded);
}

function writeSuggestion({ id, finding }: StoredSuggestion, loaded: LoadedSubject): Reply {
  if (statusOf(loaded) === 'proposed' && finding !== null)
    return writeTwoReadings(id, loaded, withValue(loaded, finding));
  const isOut = statusOf(loaded) === 'rejected';
  const now = paragraph(isOut ? 'Đã bác: ' : 'Đang dùng: ', ...headline(loaded));
  const found =
    finding === null
      ? [paragraph('Đọc lại văn bản, máy không còn thấy số liệu này.')]
      : [
          paragraph('Đọc lại văn bản, máy thấy: ', ...headline(withValue(loaded, finding))),
          sourceBlock(withValue(loaded, finding)),
        ];
  return {
    blocks: [paragraph({ bold: 'Lần đọc mới khác kết quả đã rà soát' }), now, ...found],
    choices: [
      { label: 'Giữ như đã rà soát', message: `/duyet giu ${id}` },
      { label: finding === null ? 'Bác số liệu này' : 'Lấy giá trị mới', message: `/duyet lay ${id}` },
    ],
  };
}

/** Nobody has looked at the figure yet: the rules and the model read it differently. */
function writeTwoReadings(id: number, byRules: LoadedSubject, byModel: LoadedSubject): Reply {
  return {
    blocks: [
      paragraph({ bold: 'Hai lần đọc khác nhau' }),
      paragraph('Luật đọc: ', ...headline(byRules)),
      sourceBlock(byRules),
      paragraph('Mô hình đọc: ', ...headline(byModel)),
      sourceBlock(byModel),
    ],
    choices: [
      { label: 'Duyệt cách luật đọc', message: `/duyet giu ${id}` },
      { label: 'Lấy cách mô hình đọc', message: `/duyet lay ${id}` },
    ],
  };
}

/** Lets what was settled stand, or takes the later reading over; either way it stands in the log. */
export async function decideSuggestion(
  desk: Desk,
  { suggestion: id, isTaken }: { suggestion: number; isTaken: boolean },
): Promise<Reply> {
  const suggestion = await findOpenSuggestion(desk.database, id);
  const loaded = suggestion === null ? null : await loadSubject(desk.database, suggestion.subject, desk.hidden);
  if (suggestion === null || loaded === null) return { ...say('Mục này đã có người xử lý.'), choices: [nextChoice] };
  const isOurs = await settleSuggestion(desk.database, { id, by: desk.reviewer.id, at: desk.now });
  if (!isOurs) return { ...say('Mục này đã có người xử lý.'), choices: [nextChoice] };
  const isOpen = statusOf(loaded) === 'proposed';
  const act = !isTaken ? (isOpen ? 'approve' : 'keep') : suggestion.finding === null ? 'reject' : 'correct';
  return actOn(desk, {
    act,
    subject: suggestion.subject,
    turn: loaded.history.length,
    document: null,
    ...(act === 'correct' && suggestion.finding !== null ? { value: suggestion.finding } : {}),
  });
}

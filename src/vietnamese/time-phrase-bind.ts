import { findPieces } from './time-phrase-find.ts';
import { phraseAfter, phraseBefore } from './time-phrase-pattern.ts';
import type { FoundPiece, Reading } from './time-phrase-piece.ts';

/** How the words before a piece tie it: trước · chậm nhất, hết, hạn · đến · trong · từ · sau · vào or nothing. */
export type Binding = 'before' | 'by' | 'until' | 'within' | 'from' | 'after' | 'on';

/** A piece with how it is bound; `start` includes the binding words, `pieceStart` does not. `isLed`: some word leads into it ("vào", "trước"). */
export type BoundPiece = FoundPiece & { binding: Binding; isLed: boolean; pieceStart: number };

const day = '(?: (?:ngày|lúc|hôm|khoảng|vào|thời điểm|hạn))?';
const bindings: readonly (readonly [Binding, RegExp])[] = [
  [
    'by',
    phraseBefore(
      `(?:trước và trong|chậm nhất|muộn nhất|trễ nhất|không (?:quá|chậm hơn|muộn hơn|trễ hơn)|(?:cho )?(?:đến|~tới) hết|trước khi hết|hết|hạn(?: chót| cuối cùng| cuối| nộp| gửi| báo cáo)?|deadline|thời hạn)(?::|(?: (?:là|vào|đến|hết|trong|lúc|ngày)){0,3}) `,
    ),
  ],
  ['before', phraseBefore(`(?:xong |phải |nộp |hạn )?trước${day} `)],
  ['until', phraseBefore(`(?:cho )?(?:đến|~tới)${day} `)],
  ['from', phraseBefore(`(?:(?:bắt đầu )?(?:kể |tính )?từ|bắt đầu|lần đầu)${day} `)],
  ['after', phraseBefore(`sau${day} `)],
  ['within', phraseBefore('(?:nội |ngay )?trong(?: khoảng| ngày)? ')],
];
const lead = phraseBefore(
  '(?:(?:vào|đúng|khoảng|tầm|nhằm|định kỳ|cứ) )?(?:vào|lúc|hôm|hồi|đúng|khoảng|tầm|ngày|định kỳ|cứ|nhằm|dịp) ',
);
const asksBefore = phraseBefore(
  '(?:và |rồi )?(?:nhắc|báo|nhắc nhở|thông báo|cảnh báo)(?: (?:tôi|mình|em|nhóm|cả nhóm))? ',
);
/** "đến ngày 25/11 nhắc tôi" is that day, no last day in time. */
const asksThen = phraseAfter(',? ?(?:thì )?(?:hãy |nhớ )?(?:nhắc|báo)');
/** "thứ Sáu, ngày 27/11/2026" */
const datedPlace = /^,? ?(?:ngày |ngay )?$/;
const samePlace = /^(?:,| và| va|, và|, va| hoặc| hoac) ?(?:ngày |ngay )?$/;

/** The pieces of a message with what binds them; a piece joined to one of its kind by "và" is bound as that one. */
export function bindPieces(reading: Reading): BoundPiece[] {
  const bound: BoundPiece[] = [];
  for (const found of findPieces(reading)) {
    const own = bindingBefore(reading.text.lower, found.start);
    const last = bound.at(-1);
    const isJoined =
      last !== undefined &&
      last.piece.type === found.piece.type &&
      samePlace.test(reading.text.lower.slice(last.end, found.start));
    const isDated =
      last?.piece.type === 'weekday' &&
      found.piece.type === 'date' &&
      datedPlace.test(reading.text.lower.slice(last.end, found.start));
    const binding = (isJoined || isDated) && own.binding === 'on' && last !== undefined ? last.binding : own.binding;
    const isCue = binding === 'until' && asksThen.test(reading.text.lower.slice(found.end, found.end + 20));
    const start = found.piece.type === 'lead' ? startOfLead(reading.text.lower, found.start) : own.start;
    bound.push({ ...found, ...own, start, binding: isCue ? 'on' : binding, pieceStart: found.start });
  }
  return bound;
}

/** "nhắc trước 3 ngày": the words that ask for it are of no other use. */
function startOfLead(lower: string, at: number): number {
  return at - (asksBefore.exec(lower.slice(Math.max(0, at - 40), at))?.[0].length ?? 0);
}

function bindingBefore(lower: string, at: number): { binding: Binding; start: number; isLed: boolean } {
  let start = at;
  for (let step = 0; step < 2; step++) {
    const before = lower.slice(Math.max(0, start - 40), start);
    for (const [binding, pattern] of bindings) {
      const match = pattern.exec(before);
      if (match !== null) return { binding, start: start - match[0].length, isLed: true };
    }
    const connector = lead.exec(before);
    if (connector === null || step > 0) break;
    start -= connector[0].length;
  }
  return { binding: 'on', start, isLed: start < at };
}

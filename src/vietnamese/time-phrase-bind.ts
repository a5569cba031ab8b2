import { findPieces } from './time-phrase-find.ts';
import { phraseBefore } from './time-phrase-pattern.ts';
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
      `(?:trước và trong|chậm nhất|muộn nhất|trễ nhất|không (?:quá|chậm hơn|muộn hơn|trễ hơn)|(?:cho )?(?:đến|tới) hết|trước khi hết|hết|hạn(?: chót| cuối cùng| cuối| nộp| gửi| báo cáo)?|deadline|thời hạn)(?::|(?: (?:là|vào|đến|hết|trong|lúc|ngày)){0,3}) `,
    ),
  ],
  ['before', phraseBefore(`(?:xong |phải |nộp |hạn )?trước${day} `)],
  ['until', phraseBefore(`(?:cho )?(?:đến|tới)${day} `)],
  ['from', phraseBefore(`(?:(?:bắt đầu )?(?:kể |tính )?từ|bắt đầu|lần đầu)${day} `)],
  ['after', phraseBefore(`sau${day} `)],
  ['within', phraseBefore('(?:nội |ngay )?trong(?: khoảng| ngày)? ')],
];
const lead = phraseBefore('(?:vào lúc|vào ngày|vào hôm|vào|lúc|hôm|hồi|đúng|khoảng|tầm|ngày|định kỳ|cứ|nhằm|dịp) ');
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
    bound.push({ ...found, ...own, binding, pieceStart: found.start });
  }
  return bound;
}

function bindingBefore(lower: string, at: number): { binding: Binding; start: number; isLed: boolean } {
  let start = at;
  for (let step = 0; step < 3; step++) {
    const before = lower.slice(Math.max(0, start - 40), start);
    for (const [binding, pattern] of bindings) {
      const match = pattern.exec(before);
      if (match !== null) return { binding, start: start - match[0].length, isLed: true };
    }
    const connector = lead.exec(before);
    if (connector === null) break;
    start -= connector[0].length;
  }
  return { binding: 'on', start, isLed: start < at };
}

import type { Choice, Reply } from '../../domain/reply.ts';
import { cleanLine } from '../clean-text.ts';
import { plainTexts } from '../render-plain.ts';

/** The platform takes 2,000 characters and does not say how it counts them. */
export const TEXT_LIMIT = 1900;

/** A reply as texts; no text for a reply that says nothing. There are no buttons: choices are numbered and answered with their number. */
export function writeLetter({ blocks, choices }: Reply): string[] {
  return plainTexts(blocks, TEXT_LIMIT, choices.length === 0 ? null : numbered(choices));
}

function numbered(choices: readonly Choice[]): string {
  const lines = choices.map(({ label }, index) => `${index + 1}. ${cleanLine(label)}`);
  return [...lines, `Trả lời ${numbersOf(choices.length)}.`].join('\n');
}

/** "1", "1 hoặc 2", "1, 2 hoặc 3", "một số từ 1 đến 9". */
function numbersOf(count: number): string {
  if (count > 4) return `một số từ 1 đến ${count}`;
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1));
  return [numbers.slice(0, -1).join(', '), numbers.at(-1)].filter(Boolean).join(' hoặc ');
}

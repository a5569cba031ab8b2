import type { Direction } from '../../domain/target.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { Clause } from './link-values.ts';
import type { PlainText } from './plain-text.ts';

const growth = /toc do (?:tang|phat trien)|tang truong|muc tang|(?:ty|ti) le tang(?! (?:dan so|tu nhien))/;
const fall = /toc do giam|muc giam/;

/** Whether a figure is a change, a level to keep, or a level; "giảm còn 3%" is a level, "nâng … đạt 40%" an increase. */
export function directionOf(plain: PlainText, { head, quantity }: Clause, name: string): Direction {
  const verb = head.verbs[0] ?? '';
  const all = head.verbs.join(' ');
  if (/^(?:con|xuong|len|giam con|giam xuong|tang len)/.test(verb)) return 'level';
  if (/(?:^| )(?:tang|co them|them moi)/.test(all)) return 'increase';
  if (/(?:^| )giam/.test(all)) return 'decrease';
  if (head.keeps || /duy tri|giu|on dinh/.test(all)) return 'maintain';
  const folded = plain.flat.slice(head.name.start, head.name.end);
  if (/^(?:cat |keo )?giam(?= )/.test(folded)) return 'decrease';
  if (/^(?:tang|thanh lap moi|co them|them)(?= |$)/.test(folded)) return 'increase';
  if (head.lifts && /^dat/.test(verb)) return 'increase';
  return quantity.kind === 'percent' ? directionOfName(name) : 'level';
}

/** What a name alone tells: "tốc độ tăng …" is an increase, "mức giảm …" a decrease. */
export function directionOfName(name: string): Direction {
  const folded = fold(name);
  return fall.test(folded) ? 'decrease' : growth.test(folded) ? 'increase' : 'level';
}

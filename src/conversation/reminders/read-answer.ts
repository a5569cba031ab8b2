import { fold } from '../../vietnamese/fold.ts';
import { cleanMessage } from '../../vietnamese/normalize.ts';

/**
 * What a person says to a reminder. `id`: as named behind "#"; `words`: what else was said, folded ("bao cao thang 11", "2 tieng nua"); `isPlain`:
 * nothing was, so that it can mean nothing but the answer to a reminder.
 */
export type ReminderAnswer = {
  kind: 'received' | 'submitted' | 'withdraw' | 'snooze';
  id: number | null;
  words: string;
  isPlain: boolean;
};

const who = '(?:(?:toi|em|minh|chung toi|ben (?:toi|em|minh)|don vi|don vi (?:toi|em|minh)|phong|nhom) )?';
const polite = '(?:(?:da|vang|ok|oke|okay)[ ,]+)?';
const end = '(?: (?:roi|xong|xong roi|a|nhe|nha|day|ban nhe|bot nhe))*';
const start = `^${polite}${who}`;

const patterns: readonly (readonly [ReminderAnswer['kind'], RegExp])[] = [
  [
    'received',
    new RegExp(
      `${start}(?:da (?:nhan|ro|biet|doc|tiep nhan|nhan duoc|xac nhan)|nhan (?:duoc )?roi|ro roi|xac nhan(?: da nhan)?)(?: (?:tin|nhac|loi nhac|thong tin|thong bao))*${end}$`,
    ),
  ],
  [
    'withdraw',
    new RegExp(
      `${start}(?:chua (?:nop|gui|xong|bao cao)(?: dau| xong)?|(?:bo|huy|rut) da nop)(?:,? nhac tiep)?${end}$`,
    ),
  ],
  [
    'submitted',
    new RegExp(
      `${start}(?:(?:da|vua|moi) (?:nop|gui|bao cao|hoan thanh|lam|xong|thuc hien)|(?:nop|gui|lam|bao cao|xong)(?= (?:roi|xong))|xong(?=$))(?<words> .{1,80}?)??${end}$`,
    ),
  ],
  [
    'snooze',
    new RegExp(
      `${start}(?:nhac lai|bao lai|hoan(?: nhac)?|de lai)(?: (?:toi|em|minh|cho toi|giup|viec nay|tin nay))*(?<words> .{1,80})?$`,
    ),
  ],
  ['snooze', /^(?:de )?(?<words>.{1,80}?) (?:hay |hang |moi )?nhac lai(?: (?:toi|minh|em))?(?: (?:nhe|nha|a))*$/],
];
/** A question about what was handed in is no answer. */
const asks = /\?|(?:^| )(?:chua|ai|gi|nao|may|bao nhieu|bao gio|khi nao|sao|khong)(?: |$)/;

/** Null for words that answer no reminder. */
export function readAnswer(text: string): ReminderAnswer | null {
  const id = /#\s?(\d{1,15})(?!\d)/.exec(text);
  const said = cleanMessage(text.replace(/#\s?\d{1,15}(?!\d)/, ' '));
  const folded = fold(said).replace(/(?<![.!,;\s])[.!,;\s]+$/, '');
  if (folded.length > 160) return null;
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const words = (match.groups?.words ?? '').trim();
    if (said.includes('?') || (kind === 'submitted' && asks.test(words))) return null;
    return { kind, id: id === null ? null : Number(id[1]), words: inMarks(said, words), isPlain: words === '' };
  }
  return null;
}

/** The words as they were typed: the parsers of time read their marks. */
function inMarks(said: string, words: string): string {
  const at = words === '' ? -1 : fold(said).indexOf(words);
  return at < 0 ? words : said.slice(at, at + words.length);
}

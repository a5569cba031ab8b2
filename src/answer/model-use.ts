import { fold } from '../vietnamese/fold.ts';
import type { Draft } from './answer.ts';
import { asksDigest } from './asks-digest.ts';
import type { ModelDesk } from './model-desk.ts';
import type { ViewedQuestion } from './read-in-view.ts';

/** What a model is asked for: nothing, an answer in the place of the rules' one, or what else the text says, beneath it. */
export type ModelUse = 'none' | 'instead' | 'beneath';

const duty =
  /(?<![a-z])(?:(?:nhiem vu|trach nhiem) (?:cua|cho|thuoc)|(?:phai|can) lam (?:gi|nhung gi)|chiu trach nhiem|(?:ai|(?:don vi|co quan|so|nganh|phong|ban|cap) nao) (?:[a-z]+ ){0,2}(?:phu trach|chu tri|theo doi|don doc|tham muu|phoi hop|thuc hien|trien khai|kiem tra))(?![a-z])/;

const pieces = /[?;,.]\s|(?<![a-z])(?:va|dong thoi|cung nhu)(?![a-z])/;
const textAsked =
  /(?<![a-z])(?:vi sao|tai sao|ra sao|(?:nhu )?the nao|(?:giai phap|bien phap|nhiem vu|noi dung|trach nhiem|chu de|doi tuong|muc dich|yeu cau|quan diem|phong trao)(?: [a-z]+){0,6} (?:gi|nao)|la (?:gi|ai)|ai (?:phu trach|chu tri|theo doi|chiu trach nhiem))(?![a-z])/;
const numberAsked = /bao nhieu|phan tram|%|(?<![a-z])may(?![a-z])/;

const folded = (text: string): string => fold(text).replace(/\s+/g, ' ');

/** Several things at once, one of them at least said in words: rules answer the first of them, or the figure. */
function asksSeveral(text: string): boolean {
  const asked = folded(text).split(pieces);
  const texts = asked.filter((piece) => textAsked.test(piece) && !numberAsked.test(piece)).length;
  return texts > 1 || (texts === 1 && asked.some((piece) => numberAsked.test(piece)));
}

/** How a question goes to the model, given what the rules answered. A figure asked for and its absence never do. */
export function modelUse({ read, view, relation }: ViewedQuestion, draft: Draft, when: ModelDesk['when']): ModelUse {
  if (relation !== null || view.kind !== 'current') return 'none';
  if (draft.isUnread === true) return 'instead';
  if (read.isUnknownDirective) return 'none';
  const { intent } = read.reading;
  const isDuty = duty.test(folded(read.text));
  if (asksDigest(read.text)) return 'instead';
  if (draft.outcome === 'answered' && asksSeveral(read.text)) return 'beneath';
  if (intent === 'list_deadlines')
    return isDuty && draft.outcome === 'not_found' && read.recognised.deadline?.field !== 'when' ? 'instead' : 'none';
  if (intent !== 'find_text' || draft.figures.length > 0) return 'none';
  if (draft.outcome === 'not_found') return 'instead';
  return isDuty || when === 'always' ? 'beneath' : 'none';
}

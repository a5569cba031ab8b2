import { fold } from '../vietnamese/fold.ts';
import { coverage } from './match-name.ts';
import type { IndexedTarget } from './match-targets.ts';
import { askedWords, type NameWord } from './name-words.ts';
import { trimFillers } from './question-words.ts';
import type { AskedReader } from './read-asked.ts';

/** A field asked for: its words, and the vocabulary's groups or area when it knows them. */
export type Topic = { words: string; terms: NameWord[]; groups: readonly string[] };

const separators = /[,;&+]|(?<![\p{L}])(?:và|va|cùng|cung)(?![\p{L}])/u;
const labelLength = 70;
const labelReach = 400;

/** The fields a topic names, each by itself; empty when it names none. */
export function readTopics(topic: string, reader: AskedReader): Topic[] {
  const known = wholeTopic(topic, reader);
  if (known !== null) return [known];
  return topic
    .split(separators)
    .map((words) => readTopic(words.trim(), reader))
    .filter(({ terms }) => terms.some((term) => term.weight > 0));
}

/** "văn hóa, xã hội" names one field although a comma parts it; null when the vocabulary knows no such field. */
function wholeTopic(topic: string, reader: AskedReader): Topic | null {
  const [first, second] = reader.lexicon.findTopics(topic);
  if (first === undefined || second !== undefined || !separators.test(topic.slice(first.start, first.end))) return null;
  const rest = askedWords(reader.writeOut(topic.slice(0, first.start) + topic.slice(first.end)));
  return rest.some((word) => word.weight > 0) ? null : readTopic(topic, reader);
}

function readTopic(words: string, reader: AskedReader): Topic {
  const groups = reader.lexicon
    .findTopics(words)
    .flatMap(({ key, kind }) => (kind === 'group' ? [key] : groupsOf(key, reader)));
  return { words: trimFillers(words), terms: topicTerms(reader.writeOut(words)), groups };
}

function groupsOf(area: string, { lexicon }: AskedReader): string[] {
  const groups = new Set(lexicon.entries().map(({ group }) => group));
  return [...groups].filter((group) => lexicon.areaOf(group)?.key === area);
}

/** In a topic the small words of names count: "kinh tế" and "xây dựng Đảng" are fields. */
const topicTerms = (words: string): NameWord[] =>
  askedWords(words).map((word) => (word.kind === 'weak' ? { ...word, kind: 'plain' as const, weight: 1 } : word));

type Setting = {
  text: string;
  title: string;
  lexicon: AskedReader['lexicon'];
  /** The words of a name with its abbreviations written out. */
  wordsOf: (name: string) => NameWord[];
};

/** Whether a target lies in a field: by its key's group, its own name, the heading it stands under, or the label before it in its paragraph. */
export function hasTopic(
  { target, name }: IndexedTarget,
  topic: Topic,
  { text, title, lexicon, wordsOf }: Setting,
): boolean {
  const group = target.key === null ? null : (lexicon.entry(target.key)?.group ?? null);
  if (group !== null && topic.groups.includes(group)) return true;
  const titles = [...target.heading.slice(1), labelBefore(text, target.start), target.parent ?? ''];
  if (titles.some((words) => words !== '' && covers(wordsOf(words), topic.terms))) return true;
  return namesAll(name.words, topic.terms) || isOfTitle(title, topic, wordsOf);
}

/** A document made for one field has only its targets; one about socio-economic development has those of all. */
const isOfTitle = (title: string, topic: Topic, wordsOf: Setting['wordsOf']): boolean =>
  title !== '' && !/kinh te.{0,5}xa hoi|nhiem ky|thi dua/.test(fold(title)) && covers(wordsOf(title), topic.terms);

/** The field may stand inside a longer term of the name: "bảo hiểm y tế" lies in "y tế". */
const namesAll = (words: readonly NameWord[], terms: readonly NameWord[]): boolean =>
  covers(words, terms) ||
  terms.every(
    ({ token, weight }) =>
      weight === 0 || words.some((word) => token.includes('_') && `_${word.token}_`.includes(`_${token}_`)),
  );

const covers = (words: readonly NameWord[], terms: readonly NameWord[]): boolean => coverage(terms, words) >= 0.99;

/** The label that opens the sentence or clause a place stands in ("Y tế: Đạt 21 giường …"); empty when none does. */
export function labelBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - labelReach), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const labels = [...line.matchAll(/(?:^|[.;]\s)\s*([^.;:\n]{2,70}):(?=\s)/g)];
  const label = labels.at(-1)?.[1] ?? '';
  return label.length <= labelLength && !/\d/.test(fold(label)) ? label.replace(/^[\s*•+-]+/, '') : '';
}

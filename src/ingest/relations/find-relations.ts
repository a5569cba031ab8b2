import type { Relation } from '../../domain/relation.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { DocumentBlock } from '../block.ts';
import { type FlowText, flowText } from '../deadlines/flow-text.ts';
import { findSentences } from '../sentences.ts';
import type { SourceText } from '../source-text.ts';
import { type FoundReference, findReferences } from './find-references.ts';
import { passiveCue, relationCue, type SentencePlace } from './relation-cue.ts';

export type RelationInput = {
  source: SourceText;
  blocks: readonly DocumentBlock[];
  /** Where the title stands; null: the document has none. */
  title: { start: number; end: number } | null;
  /** The document's own number, which is no other document. */
  number: string | null;
};

const openingBlocks = 14;
/** In front of a document in a list stand its numbering and at most a part of it. */
const longestLead = 60;
/** Most blocks name no document; those are passed over without taking them apart. */
const numbered = /\d\s{0,2}[/–-]\s{0,2}(?:\d{4}\s{0,2}\/\s{0,2})?\p{Lu}|số\s{0,2}:?\s{0,2}\d/iu;
/** A relation stands in a sentence, not deep in a page of text without full stops. */
const longestBlock = 20_000;

/**
 * What a document says of others: those it rests on, carries out, changes, replaces or repeals, each with its sentence (forms of Nghị định
 * 30/2020/NĐ-CP: "Căn cứ …;", "Quyết định này thay thế …"). `[]` when it names none. What it tells of two other documents is left out.
 */
export function findRelations({ source, blocks, title, number }: RelationInput): Relation[] {
  const found: Relation[] = [];
  let listed: Related['kind'] | null = null;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table' || block.end - block.start > longestBlock) continue;
    if (!numbered.test(source.text.slice(block.start, block.end))) {
      listed = announcedKind(source.folded.slice(block.start, block.end));
      continue;
    }
    const flow = flowText(source, block.start, block.end);
    const place = block.start === title?.start ? 'title' : at < openingBlocks ? 'opening' : 'body';
    const { text, folded } = flow;
    const sentences =
      place === 'title' ? [{ start: 0, end: text.length }] : findSentences({ text, folded, lines: [] }, 0, text.length);
    const said = sentences.flatMap((sentence) => relationsOf(source, flow, { ...sentence, place, listed }));
    found.push(...said);
    listed = announcedKind(folded) ?? (said.length > 0 ? listed : null);
  }
  const others = found.filter(({ to }) => to.number !== number);
  return [...others, ...amendedByTitle(source, title, others)];
}

/** "Bãi bỏ các văn bản sau:" in front of a list of documents. */
function announcedKind(folded: string): Related['kind'] | null {
  const end = folded.slice(-400).trim();
  if (!end.endsWith(':')) return null;
  const text = end.replace(/\s+/g, ' ');
  const cue = /(?:cac|nhung|\d) (?:van ban|quyet dinh|nghi quyet|ke hoach|chi thi|thong tu|quy dinh)/.test(text)
    ? relationCue(text, 'body')
    : null;
  return cue?.kind === 'replaces' || cue?.kind === 'repeals' ? cue.kind : null;
}

/** `listed`: what is done to the documents of the list that the sentence belongs to; null: it belongs to none. */
type Sentence = { start: number; end: number; place: SentencePlace; listed: Related['kind'] | null };

function relationsOf(source: SourceText, flow: FlowText, { start, end, place, listed }: Sentence): Relation[] {
  const text = flow.text.slice(start, end);
  if (!numbered.test(text)) return [];
  const references = findReferences(text);
  if (references.length === 0) return [];
  const first = flow.at(start);
  const last = flow.at(end);
  const quote = { quote: source.text.slice(first, last), start: first, end: last };
  const related = relatedReferences(text, references, place);
  const [head] = references;
  const isItem =
    listed !== null &&
    related.length === 0 &&
    head !== undefined &&
    head.start < longestLead &&
    isBare(fold(text.slice(0, head.start)));
  const own = isItem ? [{ kind: listed, to: head.to, part: partOf(text.slice(0, head.start)) }] : related;
  return own.map((relation) => ({ ...relation, ...quote }));
}

type Related = Pick<Relation, 'kind' | 'to' | 'part'>;

function relatedReferences(text: string, references: readonly FoundReference[], place: SentencePlace): Related[] {
  const folded = fold(text);
  const isBasis = /^[^a-z]{0,4}(?:\d{1,2}[.)]\s?)?can cu(?![a-z])/.test(folded);
  const isEnded =
    /(?:het|khong con) hieu luc/.test(folded.slice(references.at(-1)?.end)) && !/khi het hieu luc/.test(folded);
  const related: Related[] = [];
  let before: Related | undefined;
  let from = 0;
  const [only, another] = references;
  const passive = only === undefined || another !== undefined ? null : passiveCue(folded.slice(only.end));
  if (only !== undefined && passive !== null)
    return [{ kind: passive, to: only.to, part: partOf(text.slice(0, only.start)) }];
  for (const reference of references) {
    const lead = folded.slice(from, reference.start);
    const isListed = from > 0 && /(?:[,;]|(?<![a-z])va|(?<![a-z])cac)\s{0,2}(?:so\s{0,2})?$/.test(lead);
    const relation = relationTo(reference, { text, from, lead, isListed, isBasis, isEnded, place, before });
    if (relation !== undefined) related.push(relation);
    if (relation !== undefined || !isListed) before = relation;
    from = reference.end;
  }
  return related;
}

type Setting = {
  text: string;
  /** Where the words in front of the document's name begin, and these words, folded. */
  from: number;
  lead: string;
  /** It follows another one as the next of a list, to which `before` belongs. */
  isListed: boolean;
  before: Related | undefined;
  isBasis: boolean;
  isEnded: boolean;
  place: SentencePlace;
};

function relationTo({ to, start }: FoundReference, setting: Setting): Related | undefined {
  const { text, from, lead, isListed, before, place } = setting;
  if (setting.isBasis) return from === 0 || isListed ? { kind: 'basis', to, part: null } : undefined;
  const cue = relationCue(lead, from === 0 ? place : 'later');
  if (cue !== null) return { kind: cue.kind, to, part: partOf(text.slice(from + cue.objectAt, start)) };
  if (setting.isEnded && isBare(lead)) return { kind: 'repeals', to, part: partOf(text.slice(from, start)) };
  return isListed && before !== undefined ? { ...before, to } : undefined;
}

/** Nothing but numbering, a part or a joint stands before a document that "hết hiệu lực". */
const isBare = (lead: string): boolean =>
  !/(?<![a-z])(?:theo|tai cac|quy dinh tai|can cu|ngay|thuc hien)(?![a-z])/.test(lead) ||
  /nay\s.{0,120}hieu luc/.test(lead);

const partWords =
  /(?<!\p{L})(?:điều\s\d|khoản\s\d|điểm\s\p{L}(?!\p{L})|tiết\s|mục\s[\dIVX]|tiểu mục|phần\s|chương\s[\dIVX]|phụ lục|biểu\s|cụm từ|chỉ tiêu|mục tiêu|một số|nội dung|thời hạn|nhiệm vụ|quy định tại)/iu;
const issuedWith = /(?:ban hành\s)?kèm\stheo$/iu;
const wholeWords =
  /^(?:(?:toàn bộ|các|những|cho|và|hiệu lực|thi hành|của|đối với|văn bản|quyết định|nghị quyết|kế hoạch|chỉ thị|chương trình|hướng dẫn|thông báo|công văn|đề án|số|sau|đây|gồm|là|[\d.)]|[a-zđ]\))[\s,:;–-]*)*$/iu;

/** "khoản 2 Điều 3", "thành viên Ban Chỉ đạo" before the document's name; null: the whole of it is meant, or what was issued with it. */
function partOf(words: string): string | null {
  const said = words
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:;.–+-]*(?:\d{1,2}[.)]\s|[a-zđ]\)\s)?/iu, '')
    .replace(/(?<![\s,:;])[\s,:;]+$/iu, '');
  if (issuedWith.test(said) && !partWords.test(said)) return null;
  const part = said.replace(/\s(?:của|tại|theo|trong|ban hành kèm theo|kèm theo)$/iu, '');
  return wholeWords.test(part.slice(0, 400)) ? null : part.slice(0, 400);
}

const changing =
  /^(?:ve (?:viec )?)?(?:dieu chinh|sua doi|bo sung)(?:[ ,]{1,2}(?:va )?(?:dieu chinh|sua doi|bo sung))*(?: (?:mot so|cac|noi dung|chi tieu|muc tieu|nhiem vu|dieu|cua|tai))*/;

/** "Về việc điều chỉnh một số chỉ tiêu Kế hoạch phát triển … năm 2026" without a number: the document of that name among those it rests on. */
function amendedByTitle(source: SourceText, title: RelationInput['title'], found: readonly Relation[]): Relation[] {
  if (title === null || found.some(({ kind }) => kind === 'amends')) return [];
  const folded = fold(source.text.slice(title.start, title.end)).replace(/\s+/g, ' ').trim();
  const cue = changing.exec(folded);
  if (cue === null) return [];
  const name = wordsOf(folded.slice(cue[0].length));
  const named = found.filter(({ kind, quote }) => {
    const said = new Set(wordsOf(fold(quote)));
    return kind === 'basis' && name.length >= 4 && name.filter((word) => said.has(word)).length >= name.length * 0.8;
  });
  return named.length === 1 ? named.map((basis) => ({ ...basis, kind: 'amends' })) : [];
}

const wordsOf = (folded: string): string[] => folded.match(/[a-z\d]+/g) ?? [];

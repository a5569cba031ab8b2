import type { Block, Choice } from '../domain/reply.ts';
import type { Target } from '../domain/target.ts';
import { periodWords } from '../tools/period-answer.ts';
import { type Draft, emptyDraft } from './answer.ts';
import { type ClaimInput, isOfPlaceAndTime, isSameQuote, type KeptClaims } from './keep-claims.ts';
import {
  choice,
  citationBlock,
  figureCitations,
  figureOf,
  figureSpans,
  indicatorName,
  labelsOf,
  placeAndTime,
  plain,
} from './write-parts.ts';

const mostFigures = 8;
const mostQuotes = 5;
const mostChoices = 3;

const say = (...spans: (string | { italic: string })[]): Block => ({ kind: 'paragraph', spans });

/** People must know that a machine chose (Luật 134/2025/QH15, Điều 11). */
const notice = say({ italic: 'Mô hình ngôn ngữ chọn đoạn; số liệu và câu trong ngoặc kép là nguyên văn văn bản.' });

const noticeBeneath = say({ italic: 'Mô hình ngôn ngữ tìm thêm trong văn bản (câu trong ngoặc kép là nguyên văn):' });

/** An answer of what was kept: figures printed whole by code, with what, where and when they are of, then sentences and their quotes. Null: nothing was. */
export function writeClaims({ figures, quotes, sentences, doubtful }: KeptClaims, input: ClaimInput): Draft | null {
  if (figures.length + quotes.length === 0) return askBack(doubtful, input);
  const { catalog } = input.tools;
  const shown = figures.slice(0, mostFigures);
  const cited = quotes.slice(0, mostQuotes);
  const lead = sentences.length + shown.length > 0 ? [] : [say('Các đoạn liên quan nhất trong văn bản:')];
  return {
    ...emptyDraft,
    blocks: [
      ...listOf(shown.map(({ target }) => figureSpans(target))),
      ...listOf(sentences.slice(0, mostQuotes).map(({ text }) => [text])),
      ...lead,
      ...cited.map((citation) => citationBlock(citation, catalog)),
      ...figureCitations(shown, catalog, mostFigures),
      notice,
    ],
    figures: shown.map(figureOf),
    citations: [...shown.map(({ citation }) => citation), ...cited],
    labels: shown.flatMap(labelsOf),
  };
}

type Items = Extract<Block, { kind: 'list' }>['items'];
const listOf = (items: Items): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);

/** What the text says beyond an answer, to stand beneath it; figures are that answer's own business. Null: nothing new. */
export function writeMore({ quotes, sentences }: KeptClaims, answered: Draft, { tools }: ClaimInput): Draft | null {
  const added = quotes
    .filter(({ document, start, end }) =>
      answered.citations.every((known) => known.document !== document || known.end <= start || end <= known.start),
    )
    .slice(0, mostQuotes);
  if (added.length === 0) return null;
  const said = sentences.filter(({ quote }) => added.some((one) => isSameQuote(one, quote)));
  return {
    ...emptyDraft,
    blocks: [
      noticeBeneath,
      ...listOf(said.map(({ text }) => [text])),
      ...added.map((citation) => citationBlock(citation, tools.catalog)),
    ],
    citations: added,
  };
}

/** An answer with another beneath it; the first stays as it is. */
export function joinDrafts(first: Draft, second: Draft): Draft {
  return {
    ...first,
    blocks: [...first.blocks, ...second.blocks],
    figures: [...first.figures, ...second.figures],
    citations: [...first.citations, ...second.citations],
    labels: [...first.labels, ...second.labels],
  };
}

/** A figure that may be meant, but that the question's own words do not name, is asked about, never given. */
function askBack(targets: readonly Target[], { question }: ClaimInput): Draft | null {
  const near = targets.filter((target) => isOfPlaceAndTime(target, question));
  if (near.length === 0) return null;
  const choices: Choice[] = near.slice(0, mostChoices).map((target) => {
    const where = placeAndTime(target.locality, target.period);
    const message = [plain(target.indicator), target.locality?.name ?? '', periodWords(target.period)];
    return choice(`${indicatorName(target)}, ${where}`, message.filter((part) => part !== '').join(' '));
  });
  return {
    ...emptyDraft,
    outcome: 'clarify',
    blocks: [{ kind: 'paragraph', spans: ['Có phải anh/chị hỏi một trong các chỉ tiêu dưới đây?'] }],
    choices,
  };
}

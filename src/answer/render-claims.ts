import type { Citation } from '../domain/citation.ts';
import type { Block, Choice } from '../domain/reply.ts';
import type { Target } from '../domain/target.ts';
import { answersPeriod, periodWords } from '../tools/period-answer.ts';
import type { CitedTarget, ToolContext } from '../tools/tool.ts';
import { fold } from '../vietnamese/fold.ts';
import { type Draft, emptyDraft } from './answer.ts';
import { type Claim, idsOf } from './claims.ts';
import type { EvidenceLedger } from './evidence-ledger.ts';
import { documentsToSearch } from './gather-evidence.ts';
import { isGrounded } from './grounded-words.ts';
import type { Question } from './read-question.ts';
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
const longestQuote = 1600;

/** People must know that a machine chose (Luật 134/2025/QH15, Điều 11). */
const notice: Block = {
  kind: 'paragraph',
  spans: [{ italic: 'Mô hình ngôn ngữ chọn đoạn; số liệu và câu trong ngoặc kép là nguyên văn văn bản.' }],
};

export type RenderInput = { question: Question; tools: ToolContext; ledger: EvidenceLedger };

/**
 * What a model's claims come to. Figures are printed whole by code, with what, where and when they are of; sentences are kept only where a
 * quote says them; what points to nothing, or to another place, time or document than was asked about, is left out. Null: nothing is left.
 */
export function renderClaims(claims: readonly Claim[], input: RenderInput): Draft | null {
  const documents = documentsToSearch(input.question, input.tools);
  const figures = new Map<number, CitedTarget>();
  const doubtful = new Map<number, Target>();
  const quotes = new Map<string, Citation>();
  const sentences = new Set<string>();
  for (const claim of claims) {
    const rows = idsOf(claim).flatMap((id) => input.ledger.get(id) ?? []);
    for (const { cited } of rows.filter((row) => row.kind === 'figure')) {
      if (isAskedFor(cited.target, input)) figures.set(cited.target.id, cited);
      else doubtful.set(cited.target.id, cited.target);
    }
    const own = rows
      .flatMap((row) => (row.kind === 'quote' ? [row.citation] : []))
      .filter((citation) => (documents?.includes(citation.document) ?? true) && mayBeShown(citation, input));
    for (const citation of own) quotes.set(`${citation.document} ${citation.start} ${citation.end}`, citation);
    const text = plain(claim.text);
    if (own.some(({ quote }) => isGrounded(text, quote))) sentences.add(text);
  }
  if (figures.size + quotes.size === 0) return askBack([...doubtful.values()], input);
  return written({ figures: [...figures.values()], quotes: [...quotes.values()], sentences: [...sentences] }, input);
}

type Kept = { figures: CitedTarget[]; quotes: Citation[]; sentences: string[] };

function written({ figures, quotes, sentences }: Kept, { tools: { catalog } }: RenderInput): Draft {
  const shown = figures.slice(0, mostFigures);
  const cited = quotes.slice(0, mostQuotes);
  const figureList: Block[] =
    shown.length === 0 ? [] : [{ kind: 'list', items: shown.map(({ target }) => figureSpans(target)) }];
  const said: Block[] =
    sentences.length === 0 ? [] : [{ kind: 'list', items: sentences.slice(0, mostQuotes).map((text) => [text]) }];
  const lead: Block[] =
    sentences.length + shown.length > 0
      ? []
      : [{ kind: 'paragraph', spans: ['Các đoạn liên quan nhất trong văn bản:'] }];
  return {
    ...emptyDraft,
    blocks: [
      ...figureList,
      ...said,
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

/** A figure that may be meant, but that the question's own words do not name, is asked about, never given. */
function askBack(targets: readonly Target[], { question }: RenderInput): Draft | null {
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

function isAskedFor(target: Target, { question, tools: { catalog } }: RenderInput): boolean {
  const { documents, periods, kinds, parts } = question;
  const governed = catalog.directive(target.document)?.period ?? target.period;
  return (
    kinds.includes(target.kind) &&
    isOfPlaceAndTime(target, question) &&
    (documents?.includes(target.document) ?? true) &&
    (periods.length === 0 || periods.some((period) => answersPeriod(target.period, period, governed))) &&
    (parts.some(({ asked }) => asked.key !== null && asked.key === target.key) || isNamed(target, question.text))
  );
}

/** Chat programs fetch what links point at, and a planted one can carry words out. */
const link =
  /https?:|www\.|\]\(|[\w-]\.(?:com|vn|net|org|io|me|xyz|ru|cn|info|top|site)(?![\p{L}\d])|data:|javascript:/iu;

/** A sentence that holds figures is shown only for a question that one of them answers. */
function mayBeShown({ document, quote, start, end }: Citation, input: RenderInput): boolean {
  if (quote.length > longestQuote || link.test(quote)) return false;
  const held = input.tools.catalog.targetsOf(document).filter(({ target }) => target.start < end && start < target.end);
  return held.length === 0 || held.some(({ target }) => isAskedFor(target, input));
}

function isOfPlaceAndTime({ locality, period }: Target, { localities, periods }: Question): boolean {
  const isHere = localities.length === 0 || localities.some(({ key }) => key === locality?.key);
  return isHere && (periods.length === 0 || periods.some((asked) => answersPeriod(period, asked, period)));
}

/** The question has two neighbouring syllables of its name: a word of it, not a syllable by chance. */
function isNamed(target: Target, text: string): boolean {
  const asked = fold(text).replace(/[^a-z0-9]+/g, ' ');
  const syllables = fold(plain(target.indicator))
    .split(/[^a-z0-9]+/)
    .filter((syllable) => syllable !== '');
  return syllables.some((syllable, at) => {
    const pair = `${syllable} ${syllables[at + 1] ?? ''}`;
    return at + 1 < syllables.length && !commonPairs.has(pair) && ` ${asked} `.includes(` ${pair} `);
  });
}

/** Pairs that half of all names have. */
const commonPairs = new Set([
  'ty le',
  'ti le',
  'so luong',
  'toc do',
  'binh quan',
  'dat chuan',
  'tang truong',
  'gia tri',
  'tong so',
]);

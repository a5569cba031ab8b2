import type { Citation } from '../domain/citation.ts';
import type { Target } from '../domain/target.ts';
import { answersPeriod } from '../tools/period-answer.ts';
import type { CitedTarget, ToolContext } from '../tools/tool.ts';
import { fold } from '../vietnamese/fold.ts';
import { asksDigest } from './asks-digest.ts';
import { type Claim, idsOf } from './claims.ts';
import type { EvidenceLedger } from './evidence-ledger.ts';
import { documentsToSearch } from './gather-evidence.ts';
import { isGrounded } from './grounded-words.ts';
import type { Question } from './read-question.ts';
import { plain } from './write-parts.ts';

export type ClaimInput = { question: Question; tools: ToolContext; ledger: EvidenceLedger };

/** What holds of a model's claims. */
export type KeptClaims = {
  figures: CitedTarget[];
  quotes: Citation[];
  /** Sentences with the quote that says them. */
  sentences: { text: string; quote: Citation }[];
  /** Figures that may be meant, but that the question's own words do not name. */
  doubtful: Target[];
};

const longestQuote = 1600;

export const isSameQuote = (left: Citation, right: Citation): boolean =>
  left.document === right.document && left.start === right.start && left.end === right.end;

/**
 * What of a model's claims may be shown: figures and quotes that it was shown and that are asked for, and sentences that a quote says.
 * What points to nothing, or to another place, time or document than was asked about, is left out.
 */
export function keepClaims(claims: readonly Claim[], input: ClaimInput): KeptClaims {
  const documents = documentsToSearch(input.question, input.tools);
  const figures = new Map<number, CitedTarget>();
  const doubtful = new Map<number, Target>();
  const quotes = new Map<string, Citation>();
  const sentences = new Map<string, Citation>();
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
    const quote = own.find((citation) => isGrounded(text, citation.quote));
    if (quote !== undefined) sentences.set(text, quote);
  }
  return {
    figures: [...figures.values()],
    quotes: [...quotes.values()],
    sentences: [...sentences].map(([text, quote]) => ({ text, quote })),
    doubtful: [...doubtful.values()],
  };
}

function isAskedFor(target: Target, input: ClaimInput): boolean {
  const { question, tools } = input;
  const { documents, periods, kinds, parts } = question;
  const governed = tools.catalog.directive(target.document)?.period ?? target.period;
  return (
    kinds.includes(target.kind) &&
    isOfPlaceAndTime(target, question) &&
    (documents?.includes(target.document) ?? true) &&
    (periods.length === 0 || periods.some((period) => answersPeriod(target.period, period, governed))) &&
    (parts.some(({ asked }) => asked.key !== null && asked.key === target.key) ||
      isNamed(target, question.text) ||
      isOfDigest(target, input))
  );
}

/** A document asked for in short is asked for with its figures. */
const isOfDigest = ({ document }: Target, { question, tools }: ClaimInput): boolean =>
  asksDigest(question.text) && (documentsToSearch(question, tools)?.includes(document) ?? false);

/** Chat programs fetch what links point at, and a planted one can carry words out. */
const link =
  /https?:|www\.|\]\(|[\w-]\.(?:com|vn|net|org|io|me|xyz|ru|cn|info|top|site)(?![\p{L}\d])|data:|javascript:/iu;

/** A sentence that holds figures is shown only for a question that one of them answers. */
function mayBeShown({ document, quote, start, end }: Citation, input: ClaimInput): boolean {
  if (quote.length > longestQuote || link.test(quote)) return false;
  const held = input.tools.catalog.targetsOf(document).filter(({ target }) => target.start < end && start < target.end);
  return held.length === 0 || held.some(({ target }) => isAskedFor(target, input));
}

export function isOfPlaceAndTime({ locality, period }: Target, { localities, periods }: Question): boolean {
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

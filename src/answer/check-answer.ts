import type { Citation } from '../domain/citation.ts';
import type { Block } from '../domain/reply.ts';
import type { AnswerFigure, Draft } from './answer.ts';
import { spansText } from './render-text.ts';

/** Why an answer must not be sent. */
export type Fault = { kind: 'number' | 'figure' | 'citation' | 'uncited'; text: string };

/**
 * Promises 1 and 3 in code: every number said stands digit for digit in a quote that the answer cites, or in what code itself prints
 * beside quotes; every figure stands in its own quote; every citation is verbatim at its place in the stored text. Empty: all well.
 */
export async function checkAnswer(
  draft: Draft,
  textOf: (document: string) => Promise<string | null>,
): Promise<Fault[]> {
  return [
    ...(await citationFaults(draft, textOf)),
    ...draft.figures.flatMap((figure) => figureFaults(figure, draft)),
    ...numberFaults(draft),
  ];
}

async function citationFaults(
  { citations, blocks }: Draft,
  textOf: (document: string) => Promise<string | null>,
): Promise<Fault[]> {
  const shown = blocks.flatMap((block) => (block.kind === 'citation' ? [block.citation] : []));
  const faults: Fault[] = [];
  for (const citation of [...citations, ...shown]) {
    const text = await textOf(citation.document);
    const isThere =
      text !== null && citation.quote !== '' && text.slice(citation.start, citation.end) === citation.quote;
    if (!isThere) faults.push({ kind: 'citation', text: citation.quote });
  }
  for (const citation of shown)
    if (!citations.some((other) => isSame(citation, other))) faults.push({ kind: 'uncited', text: citation.quote });
  return faults;
}

const isSame = (left: Citation, right: Citation): boolean =>
  left.document === right.document && left.start === right.start && left.end === right.end;

/** A figure stands in its own quote, and that quote is cited. */
function figureFaults(figure: AnswerFigure, { citations }: Draft): Fault[] {
  const quote = numbersOf(figure.quote);
  const isProven = [...numbersOf(figure.text)].every((number) => quote.has(number)) || wordNumber.test(figure.text);
  const isCited = citations.some(
    (citation) => citation.document === figure.document && citation.quote === figure.quote,
  );
  return isProven && isCited ? [] : [{ kind: 'figure', text: figure.text }];
}

/** A value in words only ("ít nhất một cơ sở") has no digits to prove. */
const wordNumber = /^[^\d]+$/;

function numberFaults({ blocks, citations, labels, figures }: Draft): Fault[] {
  const quoted = new Set(citations.flatMap((citation) => [...numbersOf(citation.quote)]));
  const printed = new Set([...labels, ...citations.flatMap(labelTexts)].flatMap((text) => [...numbersOf(text)]));
  const bold = figures.length === 0 ? quoted : new Set(figures.flatMap(({ text }) => [...numbersOf(text)]));
  return blocks.flatMap((block) => {
    const said = saidBy(block);
    const unproven = [...numbersOf(said.all)].filter((number) => !quoted.has(number) && !printed.has(number));
    const unprovenBold = [...numbersOf(said.bold)].filter((number) => !bold.has(number) && !quoted.has(number));
    return [...unproven, ...unprovenBold].map((number): Fault => ({ kind: 'number', text: number }));
  });
}

/** The parts of a document's description that a source line prints. */
const labelTexts = ({ title, number, issuer, date, heading, page }: Citation): string[] => [
  title,
  issuer ?? '',
  number ?? '',
  heading,
  (date ?? '').split('-').reverse().join('/'),
  page === undefined ? '' : `trang ${page}`,
];

function saidBy(block: Block): { all: string; bold: string } {
  switch (block.kind) {
    case 'paragraph':
      return { all: spansText(block.spans), bold: boldOf(block.spans) };
    case 'list':
      return { all: block.items.map(spansText).join('\n'), bold: block.items.map(boldOf).join('\n') };
    case 'table':
      return { all: block.rows.flat().join('\n'), bold: '' };
    case 'citation':
      return { all: block.label, bold: '' };
    case 'image':
    case 'file':
      return { all: block.alt, bold: '' };
  }
}

const boldOf = (spans: readonly (string | { bold: string } | { italic: string })[]): string =>
  spans.map((span) => (typeof span !== 'string' && 'bold' in span ? span.bold : '')).join(' ');

/** Numbers as written; leading zeros aside, because "03 xã" and "3 xã" are one figure and dates are printed with them. */
function numbersOf(text: string): Set<string> {
  const apart = text.replace(dottedDate, (date) => date.replaceAll('.', ' '));
  return new Set((apart.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, '')));
}

/** "28.2.2025": three numbers, as in "28/2/2025". */
const dottedDate = /(?<![\d.,])\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?![\d.,]*\d)/g;

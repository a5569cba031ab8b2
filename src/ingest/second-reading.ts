import { z } from 'zod';
import type { ChatModel } from '../domain/model.ts';
import type { Passage } from '../domain/passage.ts';
import type { Target } from '../domain/target.ts';
import { fold } from '../vietnamese/fold.ts';
import { findQuantities, type Quantity } from '../vietnamese/quantity.ts';

const proposalSchema = z.object({
  passage: z.string(),
  indicator: z.string().max(500),
  value: z.string().max(200),
  quote: z.string().max(2000),
});
const proposalsSchema = z.object({ figures: z.array(proposalSchema).max(200) });
type Proposal = z.infer<typeof proposalSchema>;

/** A value that a model read and that stands in the text where it says. Offsets are those of the quote in the directive's text. */
export type GroundedFigure = {
  indicator: string;
  valueText: string;
  quantity: Quantity;
  heading: string[];
  quote: string;
  start: number;
  end: number;
  /** Of the value in the directive's text. */
  value: { start: number; end: number };
};

export type SecondReading = {
  /** Figures that both readers found with the same value. */
  agreed: Target[];
  /** Figures of whose values the readers differ. */
  differing: { figure: Target; other: GroundedFigure }[];
  /** Values that only the model takes for targets. */
  unseen: GroundedFigure[];
  /** Proposals whose quote or value does not stand in the text: dropped. */
  ungrounded: number;
};

export type SecondReadingInput = {
  chat: ChatModel;
  instructions: string;
  passages: readonly Passage[];
  figures: readonly Target[];
  /** For each call of the model. */
  timeoutSeconds: number;
};

const lettersInCall = 5_000;

/** Reads a directive a second time, with a model, and lays both readings side by side. Throws ModelError. */
export async function readSecondTime(input: SecondReadingInput): Promise<SecondReading> {
  const reading: SecondReading = { agreed: [], differing: [], unseen: [], ungrounded: 0 };
  const agreed = new Set<Target>();
  for (const passages of callsOf(input.passages)) {
    for (const proposal of await proposalsFor(passages, input)) {
      const passage = passages[Number(proposal.passage.replace(/\D/g, '')) - 1];
      const grounded = passage === undefined ? null : ground(proposal, passage);
      if (grounded === null) reading.ungrounded += 1;
      else
        place(grounded, {
          reading,
          agreed,
          figures: input.figures.filter(({ document }) => document === passage?.document),
        });
    }
  }
  return { ...reading, agreed: [...agreed], differing: reading.differing.filter(({ figure }) => !agreed.has(figure)) };
}

function callsOf(passages: readonly Passage[]): Passage[][] {
  const calls: Passage[][] = [];
  let letters = Number.POSITIVE_INFINITY;
  for (const passage of passages.filter(({ text }) => /\d/.test(text))) {
    if (letters + passage.text.length > lettersInCall) {
      calls.push([]);
      letters = 0;
    }
    calls.at(-1)?.push(passage);
    letters += passage.text.length;
  }
  return calls;
}

async function proposalsFor(passages: readonly Passage[], input: SecondReadingInput): Promise<Proposal[]> {
  const text = passages
    .map((passage, at) => `[p${at + 1}] ${passage.heading.join(' › ')}\n${passage.text}`)
    .join('\n\n');
  const read = await input.chat.readAs({
    pass: { purpose: 'second-reading', person: 'máy chủ' },
    instructions: input.instructions,
    text,
    shape: proposalsSchema,
    signal: AbortSignal.timeout(input.timeoutSeconds * 1000),
  });
  return read?.figures ?? [];
}

/** Null unless the quote stands in the passage, the value in the quote, and the value reads as one quantity. */
function ground({ indicator, value, quote }: Proposal, passage: Passage): GroundedFigure | null {
  const from = quote === '' ? -1 : passage.text.indexOf(quote);
  const inQuote = value === '' ? -1 : quote.indexOf(value);
  const [quantity, second] = findQuantities(value);
  if (from < 0 || inQuote < 0 || quantity === undefined || second !== undefined) return null;
  // "9%" is not read out of "19%".
  const at = from + inQuote;
  if (/\d[.,]?$/.test(passage.text.slice(0, at)) && /^\d/.test(value)) return null;
  if (/\d$/.test(value) && /^[.,]?\d/.test(passage.text.slice(at + value.length))) return null;
  const [start, valueStart] = [passage.start + from, passage.start + at];
  return {
    indicator,
    valueText: value,
    quantity,
    heading: passage.heading,
    quote,
    start,
    end: start + quote.length,
    value: { start: valueStart, end: valueStart + value.length },
  };
}

type Placing = { reading: SecondReading; agreed: Set<Target>; figures: readonly Target[] };

function place(other: GroundedFigure, { reading, agreed, figures }: Placing): void {
  const here = figures.filter(({ start, end }) => start < other.value.end && other.value.start < end);
  const same = here.filter((figure) => numbersOf(figure) === numbersOf(other.quantity));
  const named = same.filter(({ indicator }) => sharesWords(indicator, other.indicator));
  if (named.length > 0 || same.length === 1) for (const figure of named.length > 0 ? named : same) agreed.add(figure);
  else {
    const figure = here.find(({ indicator }) => sharesWords(indicator, other.indicator));
    if (figure === undefined) reading.unseen.push(other);
    else reading.differing.push({ figure, other });
  }
}

/** The numbers of a value, whatever binds them: "trên 9,2%" and "9,2%" are one reading of one number. */
const numbersOf = ({ min, max }: Pick<Target, 'min' | 'max'>): string =>
  [...new Set([min, max].filter((number) => number !== null))].join(' ');

const syllablesOf = (name: string): string[] =>
  fold(name)
    .split(/[^a-z0-9]+/)
    .filter((syllable) => syllable.length > 1);

/** Most of the shorter name stands in the longer one. */
function sharesWords(left: string, right: string): boolean {
  const [shorter, longer] = [syllablesOf(left), syllablesOf(right)].sort((a, b) => a.length - b.length);
  const shared = (shorter ?? []).filter((syllable) => longer?.includes(syllable)).length;
  return shared > 0 && shared >= 0.7 * (shorter?.length ?? 0);
}

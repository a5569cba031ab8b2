import type { Quantity } from '../../vietnamese/quantity.ts';
import { dutyCues, estimateCues, goalCues, idleCues, resultCues, shareOfPlan, strictDutyCues } from './goal-words.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText, Span } from './plain-text.ts';
import type { SectionKind } from './section-kind.ts';

/** What a value is: a figure of one of three kinds, or nothing for us. */
export type ClauseKind = 'target' | 'observation' | 'estimate' | 'none';

/** What the text told last, before the value: a goal, a result, an estimate, or nothing yet. */
export type Telling = 'goal' | 'result' | 'estimate' | null;

const cue = (words: string): RegExp => new RegExp(`(?<![a-z0-9§])(?:${words})(?![a-z])`, 'g');
const tellings: readonly [Exclude<Telling, null>, RegExp][] = [
  ['goal', cue(goalCues)],
  ['result', cue(resultCues)],
  ['estimate', cue(estimateCues)],
];
const duty = cue(dutyCues);
const strictDuty = cue(strictDutyCues);
const idle = cue(idleCues);

export type Cue = { at: number; end: number; telling: Exclude<Telling, null> };

/** All cues of a block in order; a past year counts as one of results, a coming one ("đến năm 2030") as one of goals. */
export function findCues(plain: PlainText, mentions: readonly PeriodMention[], planYear: number | null): Cue[] {
  const found: Cue[] = [];
  for (const [telling, pattern] of tellings) {
    for (const match of plain.folded.matchAll(pattern)) {
      found.push({ at: match.index, end: match.index + match[0].length, telling });
    }
  }
  for (const mention of mentions) {
    const telling = mentionTelling(mention, planYear);
    if (telling !== null) found.push({ at: mention.start, end: mention.end, telling });
  }
  return found.sort((a, b) => a.at - b.at);
}

function mentionTelling({ period }: PeriodMention, planYear: number | null): 'goal' | 'result' | null {
  const last = Number((period.to ?? period.from ?? '').slice(0, 4));
  if (planYear === null || last === 0) return null;
  if (last < planYear) return 'result';
  return period.kind === 'until' && last >= planYear ? 'goal' : null;
}

/** Where a clause stands: its section, its sentence, and what the block told before the sentence. */
export type ClausePlace = { section: SectionKind; sentence: Span; region: Span; clauseEnd: number; before: Telling };
/** A block as far as the kinds of its values depend on it. */
export type ToldText = { plain: PlainText; cues: readonly Cue[] };

/** Decides what a value is by the nearest cue in its sentence, else by what the block told before, else by the section. */
export function clauseKind({ plain, cues }: ToldText, quantity: Quantity, place: ClausePlace): ClauseKind {
  if (place.section === 'idle' || has(idle, plain.folded.slice(place.region.start, place.clauseEnd))) return 'none';
  const telling = tellingAt(cues, quantity, place);
  if (quantity.kind === 'percent' && shareOfPlan.test(plain.folded.slice(quantity.end, quantity.end + 40)))
    return 'none';
  if (telling === 'result') return 'observation';
  if (telling === 'estimate') return 'estimate';
  if (telling === 'goal') return 'target';
  if (place.section === 'result') return 'observation';
  if (place.section === 'goal') return 'target';
  const sentence = plain.folded.slice(place.sentence.start, place.clauseEnd);
  const isDuty = quantity.kind === 'percent' && has(place.section === 'task' ? duty : strictDuty, sentence);
  return isDuty ? 'target' : 'none';
}

/** The nearest cue before the value in its sentence, or a result told right behind it; else what the block told before. */
function tellingAt(cues: readonly Cue[], quantity: Quantity, place: ClausePlace): Telling {
  const before = cues.findLast((one) => one.at >= place.sentence.start && one.end <= quantity.start);
  if (before?.telling === 'goal') return 'goal';
  const after = cues.find((one) => one.at >= quantity.start && one.at < place.clauseEnd && one.telling === 'result');
  return after?.telling ?? before?.telling ?? place.before;
}

function has(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

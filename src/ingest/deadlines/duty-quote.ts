import type { SourceText } from '../source-text.ts';
import { sendingVerbs, withoutPurpose } from './duty-kind.ts';
import type { SaidDuty } from './said-duty.ts';

/** From the duty's start to the end of its date, closing bracket and a short rest of the clause included. */
export function quoteOf(
  source: SourceText,
  { clause, start }: Pick<SaidDuty, 'clause' | 'start'>,
  dueEnd: number,
): { quote: string; start: number; end: number } {
  const { text } = clause.flow;
  const bracket = /^(?:[^()]{0,30}\)| ?\([^()]{0,60}\))/.exec(text.slice(dueEnd));
  const isVerbBehind =
    sendingVerbs(text.slice(0, dueEnd)).length === 0 && sendingVerbs(withoutPurpose(text)).length > 0;
  const stop = isVerbBehind ? withoutPurpose(text).trimEnd().length : dueEnd + (bracket?.[0].length ?? 0);
  const end =
    text.length - stop <= 60 && withoutPurpose(text).length === text.length ? clause.end : clause.flow.at(stop);
  return { quote: source.text.slice(start, end), start, end };
}

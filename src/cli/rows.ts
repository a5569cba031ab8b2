import type { Answer } from '../answer/answer.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Target } from '../domain/target.ts';

/** A target as `targets --json` prints it (DESIGN §4): fields as in the gold, offsets into the stored text. */
export type TargetRow = ReturnType<typeof targetRow>;

export function targetRow(target: Target) {
  return {
    document: target.document,
    indicator: target.indicator,
    key: target.key,
    value_text: target.valueText,
    min: target.min,
    max: target.max,
    comparator: target.comparator,
    unit: target.unit,
    direction: target.direction,
    period: target.period.text,
    locality: target.locality?.name ?? null,
    ...(target.parent === null ? {} : { parent: target.parent }),
    quote: target.quote,
    start: target.start,
    end: target.end,
    status: target.status,
  };
}

/** A deadline as `deadlines --json` prints it. */
export type DeadlineRow = ReturnType<typeof deadlineRow>;

export function deadlineRow(deadline: Deadline) {
  return {
    document: deadline.document,
    what: deadline.what,
    who: deadline.who,
    to: deadline.to,
    due: deadline.due,
    ...(deadline.rule === null ? {} : { rule: deadline.rule }),
    quote: deadline.quote,
    start: deadline.start,
    end: deadline.end,
  };
}

/** An answer as `ask --json` prints it; `ms` is the time it took. */
export function answerRow(answer: Answer, ms: number) {
  const { question, outcome, text, figures, citations, reading } = answer;
  return {
    question,
    outcome,
    text,
    figures,
    citations: citations.map(({ document, title, number, issuer, date, heading, quote, start, end, page }) => ({
      document,
      title,
      number,
      issuer,
      date,
      heading,
      quote,
      start,
      end,
      ...(page === undefined ? {} : { page }),
    })),
    reading: {
      intent: reading.intent,
      indicators: reading.indicators.map(({ key, words }) => key ?? words),
      localities: reading.localities.map(({ name }) => name),
      periods: reading.periods.map(({ text }) => text),
    },
    ms: Math.round(ms * 10) / 10,
  };
}

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readContext } from '../answer/answer-question.ts';
import { type ChatContext, emptyContext } from '../answer/chat-context.ts';
import { reminderChoices, reminderOfToken } from '../domain/reminder.ts';
import type { Choice, Reply } from '../domain/reply.ts';

const choiceSetSchema = z.object({
  token: z.string(),
  choices: z.array(z.object({ label: z.string(), message: z.string() })),
});
const storedContextSchema = z.object({ at: z.string(), chat: z.unknown() });
const storedChoicesSchema = z.array(choiceSetSchema);

type ChoiceSet = z.infer<typeof choiceSetSchema>;

/** What a chat remembers: what was asked last, and the next steps offered lately, the latest first. */
export type ChatState = { context: ChatContext; choiceSets: ChoiceSet[] };

/** After so long a silence a question is not understood as a follow-up. */
const hoursKept = 12;
const mostSets = 6;
const hour = 3_600_000;

/** The state from stored values; what is too old, absent or of another shape is forgotten. */
export function readState(stored: { context: unknown; choices: unknown } | null, now: Date): ChatState {
  const context = storedContextSchema.safeParse(stored?.context);
  const isFresh = context.success && now.getTime() - Date.parse(context.data.at) < hoursKept * hour;
  const choices = storedChoicesSchema.safeParse(stored?.choices);
  return {
    context: isFresh ? readContext(context.data.chat) : emptyContext,
    choiceSets: choices.success ? choices.data : [],
  };
}

/** What is remembered without the quotes of directives that may not be shown any more. */
export function withoutHidden(context: ChatContext, hidden: readonly string[]): ChatContext {
  return { ...context, citations: context.citations.filter(({ document }) => !hidden.includes(document)) };
}

/** The same as values to store. */
export function writeState({ context, choiceSets }: ChatState, now: Date): { context: unknown; choices: unknown } {
  return { context: { at: now.toISOString(), chat: context }, choices: choiceSets.slice(0, mostSets) };
}

/** Gives a reply's choices a token and remembers them; a reply without choices leaves the earlier ones standing for taps only. */
export function rememberChoices(
  reply: Reply,
  choiceSets: readonly ChoiceSet[],
): { reply: Reply; choiceSets: ChoiceSet[] } {
  const token = randomUUID().slice(0, 8);
  const set: ChoiceSet = { token, choices: reply.choices };
  const kept = [set, ...choiceSets].slice(0, mostSets);
  return { reply: reply.choices.length === 0 ? reply : { ...reply, choicesToken: token }, choiceSets: kept };
}

/** What a tap ("token:index") or a typed number of the last choices stands for; `stale` for a tap no longer known; null for other text. */
export function readChoice(
  message: { text: string; choice: string | null },
  choiceSets: readonly ChoiceSet[],
): Choice | 'stale' | null {
  if (message.choice !== null) {
    const [token = '', index = ''] = message.choice.split(':');
    const known = choiceSets.find((set) => set.token === token)?.choices ?? choicesOfReminder(token);
    return known[Number.parseInt(index, 10)] ?? 'stale';
  }
  const number = /^\s*(\d{1,2})\s*(?:[.)]\s*)?$/.exec(message.text)?.[1];
  if (number === undefined) return null;
  return choiceSets[0]?.choices[Number(number) - 1] ?? null;
}

/** A reminder is sent unasked, so that no chat remembers its choices: its token tells them. */
function choicesOfReminder(token: string): Choice[] {
  const reminder = reminderOfToken(token);
  return reminder === null ? [] : reminderChoices(reminder);
}

import type { Subject } from '../../domain/review.ts';
import { parseRef } from './subject-ref.ts';

/** What a line that begins with /duyet asks for. `turn`: how many acts the log of the subject held when the person looked at it. */
export type ReviewCommand =
  | { kind: 'next'; after: Subject | null; document: string | null }
  | { kind: 'show'; subject: Subject }
  | { kind: 'act'; act: 'approve' | 'reject' | 'reopen'; subject: Subject; turn: number; document: string | null }
  | { kind: 'ask_value'; subject: Subject }
  /** The right value stands at these offsets of the document's text. */
  | { kind: 'correct'; subject: Subject; turn: number; start: number; end: number }
  | { kind: 'ask_all'; subject: Subject }
  | { kind: 'approve_all'; subject: Subject; scope: 'section' | 'document'; expected: number }
  | { kind: 'settle'; suggestion: number; isTaken: boolean }
  /** A value that only the model saw has been looked at. */
  | { kind: 'seen'; unseen: number };

const acts = { ok: 'approve', bac: 'reject', lai: 'reopen' } as const;

/** Null for text that is not this command; `unclear` when what follows it makes no sense. */
export function parseReviewCommand(text: string): ReviewCommand | 'unclear' | null {
  const match = /^\/duyet(?:@\w{1,64})?(?:\s+(.*))?$/is.exec(text.trim());
  if (match === null) return null;
  const [verb = '', ...rest] = (match[1] ?? '').trim().split(/\s+/);
  return parseParts(verb.toLowerCase(), rest) ?? 'unclear';
}

function parseParts(verb: string, [first, second, third, fourth]: string[]): ReviewCommand | null {
  if (verb === '') return { kind: 'next', after: null, document: null };
  const own = parseRef(verb);
  if (own !== null) return { kind: 'show', subject: own };
  if (verb === 'vb') return /^[0-9a-f]{12}$/.test(first ?? '') ? next(null, first) : null;
  const subject = parseRef(first);
  if (subject === null) return null;
  if (verb === 'sau') return next(subject, second);
  if (verb === 'sua')
    return second === undefined ? { kind: 'ask_value', subject } : correction(subject, [second, third, fourth]);
  if (verb === 'ca') return second === undefined ? { kind: 'ask_all', subject } : everything(subject, second, third);
  if (verb === 'giu' || verb === 'lay') return { kind: 'settle', suggestion: subject.id, isTaken: verb === 'lay' };
  if (verb === 'daxem') return { kind: 'seen', unseen: subject.id };
  const act = verb === 'ok' || verb === 'bac' || verb === 'lai' ? acts[verb] : null;
  const turn = whole(second);
  return act === null || turn === null ? null : { kind: 'act', act, subject, turn, document: third ?? null };
}

const next = (after: Subject | null, document: string | undefined): ReviewCommand => ({
  kind: 'next',
  after,
  document: document ?? null,
});

function correction(subject: Subject, parts: (string | undefined)[]): ReviewCommand | null {
  const [turn = null, start = null, end = null] = parts.map(whole);
  if (turn === null || start === null || end === null || end <= start) return null;
  return { kind: 'correct', subject, turn, start, end };
}

function everything(subject: Subject, scope: string, count: string | undefined): ReviewCommand | null {
  const expected = whole(count);
  if (expected === null || (scope !== 'muc' && scope !== 'vb')) return null;
  return { kind: 'approve_all', subject, scope: scope === 'muc' ? 'section' : 'document', expected };
}

const whole = (text: string | undefined): number | null => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : null);

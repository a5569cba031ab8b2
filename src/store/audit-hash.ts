import { createHash, createHmac } from 'node:crypto';

/** One row as it is hashed. `detail` holds ids and words of our own, never text of a person. */
export type AuditRow = {
  id: number;
  at: Date;
  kind: string;
  actor: string;
  subject: string | null;
  detail: Record<string, unknown>;
  /** The hash of the row before; "" for the first. */
  previous: string;
};

/** SHA-256 over the row as canonical JSON: a fixed order of parts, keys sorted, no blanks. Hex. */
export function hashOfRow({ id, at, kind, actor, subject, detail, previous }: AuditRow): string {
  const parts = [id, at.toISOString(), kind, actor, subject, detail, previous];
  return createHash('sha256').update(canonical(parts)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

/** What stands for an account where its key is known to be `key`. */
export const pseudonym = (name: string, key: string): string =>
  `p:${createHmac('sha256', Buffer.from(key, 'hex')).update(name).digest('hex').slice(0, 24)}`;

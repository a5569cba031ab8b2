import { type AuditEntry, addAudits } from './audit.ts';
import type { Database } from './database.ts';
import { inBatches } from './in-batches.ts';

/** Adds rows to the audit log in transactions of their own: as writers take turns, those given at one moment go in together. */
export type AddToAudit = (entry: AuditEntry, at: Date) => Promise<void>;

/** Rejects when the row could not be written. */
export function createAuditQueue(database: Database): AddToAudit {
  const add = inBatches<AuditEntry & { at: Date }, void>(async (entries) => {
    await database.transaction((session) => addAudits(session, entries));
    return entries.map(() => undefined);
  });
  return (entry, at) => add({ ...entry, at });
}

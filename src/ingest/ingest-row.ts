import type { Metadata } from '../domain/directive.ts';

/** What became of one file, as `chidao ingest --json` prints it (DESIGN §4). `reason` only for what was refused or failed. */
export type IngestRow = {
  file: string;
  /** Id of the stored directive; null when there is none. */
  document: string | null;
  status: 'ingested' | 'unchanged' | 'replaced' | 'refused' | 'failed';
  reason?: string;
  type: Metadata['type'] | null;
  number: string | null;
  title: string | null;
  issuer: string | null;
  locality: string | null;
  date: string | null;
  period: string | null;
  passages: number;
  targets: number;
  deadlines: number;
};

type Counts = Pick<IngestRow, 'passages' | 'targets' | 'deadlines'>;
type Head = Pick<IngestRow, 'file' | 'document' | 'status'>;

/** The row of a file that is stored as a directive. */
export function directiveRow(head: Head, metadata: Metadata, counts: Counts): IngestRow {
  const { type, number, title, issuer, locality, date, period } = metadata;
  return {
    ...head,
    type,
    number,
    title,
    issuer,
    locality: locality?.name ?? null,
    date,
    period: period.text,
    ...counts,
  };
}

/** The row of a file of which no directive was made. */
export function emptyRow(head: Head, reason: string): IngestRow {
  const nothing = { type: null, number: null, title: null, issuer: null, locality: null, date: null, period: null };
  return { ...head, reason, ...nothing, passages: 0, targets: 0, deadlines: 0 };
}

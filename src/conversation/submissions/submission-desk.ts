import type { DirectiveDraft } from '../../domain/directive.ts';
import type { Role } from '../../domain/person.ts';
import { paragraph, type Reply } from '../../domain/reply.ts';
import type { Database } from '../../store/database.ts';

/** A file as it came: its name (or link) and its bytes. */
export type SubmittedFile = { name: string; bytes: Uint8Array };

/** What a file turned out to be, before anything of it is stored. Reasons are one Vietnamese sentence. */
export type FileReading =
  | { status: 'read'; draft: DirectiveDraft }
  | { status: 'known'; document: string }
  | { status: 'refused' | 'failed'; reason: string };

/** What became of a confirmed file. */
export type StoredFile = {
  status: 'ingested' | 'unchanged' | 'replaced' | 'refused' | 'failed';
  document: string | null;
  targets: number;
  deadlines: number;
  reason?: string;
};

/** What this feature is handed: reading, storing and fetching are not the conversation's business. */
export type SubmissionSettings = {
  database: Database;
  /** Reads without storing anything. A mark of secrecy on name or text gives `refused`. Never rejects for any bytes. */
  read(file: SubmittedFile, at: { now: Date; today: string }): Promise<FileReading>;
  store(file: SubmittedFile, at: { now: Date; today: string }): Promise<StoredFile>;
  fetchLink(
    link: string,
  ): Promise<{ status: 'fetched'; name: string; bytes: Uint8Array } | { status: 'failed' | 'refused'; reason: string }>;
  /** Who may send links; null: nobody. */
  linkRole: Role | null;
};

/** Largest file taken; what Telegram lets a bot fetch. */
export const maxFileBytes = 20 * 1024 * 1024;

export const say = (text: string): Reply => ({ blocks: [paragraph(text)], choices: [] });

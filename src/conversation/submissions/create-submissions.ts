import { randomUUID } from 'node:crypto';
import type { Attachment } from '../../domain/message.ts';
import { mayActAs } from '../../domain/person.ts';
import { paragraph, type Reply } from '../../domain/reply.ts';
import {
  dropSubmission,
  findSubmission,
  pruneSubmissions,
  type Submission,
  saveSubmission,
} from '../../store/submissions.ts';
import type { Feature, Turn } from '../feature.ts';
import { maxFileBytes, type StoredFile, type SubmissionSettings, type SubmittedFile, say } from './submission-desk.ts';
import { writePreview } from './write-preview.ts';

/** What was not confirmed by then is forgotten. */
const hoursKept = 24;
const hour = 3_600_000;

const deniedReply = say('Chỉ người có quyền rà soát mới gửi được văn bản vào kho. Anh/chị liên hệ người quản trị.');
const linkDeniedReply = say('Anh/chị không có quyền gửi đường liên kết cho bot. Hãy gửi tệp, hoặc nhờ người quản trị.');
const linksOffReply = say('Bot không tải đường liên kết (người quản trị đã tắt). Anh/chị gửi tệp giúp tôi.');
const oneReply = say('Anh/chị gửi từng tệp một giúp tôi.');
const tooLargeReply = say('Tệp lớn hơn 20 MB, quá cỡ một văn bản; hãy tách nhỏ rồi gửi lại.');
const unloadedReply = say('Tôi chưa tải được tệp này. Anh/chị gửi lại giúp tôi.');
const goneReply = say('Tệp này không còn chờ nạp (đã nạp, đã hủy hoặc quá một ngày). Anh/chị gửi lại nếu cần.');
const notHereReply = say('Văn bản này không nạp qua đây được. Anh/chị nhờ người quản trị.');
const usageReply = say('Gửi tệp văn bản vào đây, hoặc gõ “/nap” rồi đường liên kết của trang.');

/** Files and links sent in the chat: read, shown, and stored once confirmed. A file that bears a mark of secrecy leaves nothing behind. */
export function createSubmissions(settings: SubmissionSettings): Feature {
  let prunedAt = 0;
  /** Whatever the message: old bytes go even when nobody sends files any more. */
  const forgetOld = async ({ message: { receivedAt } }: Turn): Promise<void> => {
    if (receivedAt.getTime() - prunedAt < hour) return;
    prunedAt = receivedAt.getTime();
    await pruneSubmissions(settings.database, new Date(prunedAt - hoursKept * hour));
  };
  return {
    commands: [{ command: 'nap', description: 'Nạp văn bản: gửi tệp, hoặc /nap đường liên kết (người rà soát)' }],
    async respond(turn: Turn): Promise<Reply | null> {
      await forgetOld(turn);
      const asked = readSubmission(turn);
      if (asked === null) return null;
      const { role } = turn.speaker;
      if (!mayActAs(role, 'reviewer')) return deniedReply;
      switch (asked.kind) {
        case 'files':
          return asked.files.length > 1 ? oneReply : takeFile(settings, turn, asked.files);
        case 'link':
          if (settings.linkRole === null) return linksOffReply;
          return mayActAs(role, settings.linkRole) ? takeLink(settings, turn, asked.link) : linkDeniedReply;
        case 'confirm':
          return confirm(settings, turn, asked.id);
        case 'cancel':
          return cancel(settings, turn, asked.id);
        case 'unclear':
          return usageReply;
      }
    },
  };
}

type Asked =
  | { kind: 'files'; files: readonly Attachment[] }
  | { kind: 'link'; link: string }
  | { kind: 'confirm' | 'cancel'; id: string }
  | { kind: 'unclear' };

/** Null for what is no submission. A reader's picture with a question beside it is a question. */
function readSubmission({ message, text, speaker }: Turn): Asked | null {
  const files = message.attachments ?? [];
  const isQuestion = /[\p{L}\p{N}]/u.test(text) && !mayActAs(speaker.role, 'reviewer');
  if (files.length > 0) return isQuestion ? null : { kind: 'files', files };
  const command = /^\/(nap|huynap)(?:@\w{1,64})?(?:\s+(\S+))?\s*$/i.exec(text.trim());
  if (command === null) return /^https?:\/\/\S+$/i.test(text.trim()) ? { kind: 'link', link: text.trim() } : null;
  const [, name = '', rest = ''] = command;
  if (/^[0-9a-f]{16}$/.test(rest)) return { kind: name.toLowerCase() === 'nap' ? 'confirm' : 'cancel', id: rest };
  return name.toLowerCase() === 'nap' && rest !== '' ? { kind: 'link', link: rest } : { kind: 'unclear' };
}

/** What this person handed in within the last day; null when it was confirmed or cancelled, or is somebody else's. */
async function findWaiting(
  { database }: SubmissionSettings,
  { message }: Turn,
  id: string,
): Promise<Submission | null> {
  const { platform, personId, receivedAt } = message;
  const submission = await findSubmission(database, { id, platform, personId });
  const isOld = submission !== null && receivedAt.getTime() - submission.receivedAt.getTime() > hoursKept * hour;
  return isOld ? null : submission;
}

async function takeFile(settings: SubmissionSettings, turn: Turn, [file]: readonly Attachment[]): Promise<Reply> {
  if (file === undefined) return unloadedReply;
  if ((file.size ?? 0) > maxFileBytes) return tooLargeReply;
  const loaded = await file.load(maxFileBytes);
  if (loaded.status !== 'loaded') return loaded.status === 'too_large' ? tooLargeReply : unloadedReply;
  return preview(settings, turn, { name: plainName(file.name), bytes: loaded.bytes });
}

async function takeLink(settings: SubmissionSettings, turn: Turn, link: string): Promise<Reply> {
  const fetched = await settings.fetchLink(link);
  if (fetched.status !== 'fetched') return say(fetched.reason);
  return preview(settings, turn, { name: plainName(fetched.name), bytes: fetched.bytes });
}

/** The name without control, bidi and other invisible characters, on one line and of a sane length (its end tells the format). */
function plainName(name: string): string {
  const line = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  return line === '' ? 'tệp không tên' : line.slice(-200);
}

/** Reads the file, which passes the gate of secrecy first; only what was read waits, beside the corpus, for a word. */
async function preview(
  { database, read }: SubmissionSettings,
  { message, today, hidden }: Turn,
  file: SubmittedFile,
): Promise<Reply> {
  const reading = await read(file, { now: message.receivedAt, today });
  if (reading.status === 'known' && hidden.includes(reading.document)) return notHereReply;
  if (reading.status === 'known')
    return { ...say('Văn bản này đã có trong kho, không cần nạp lại.'), choices: [reviewChoice(reading.document)] };
  if (reading.status !== 'read')
    return say(`${reading.reason}${reading.status === 'failed' ? ' Tệp không được lưu.' : ''}`);
  const id = randomUUID().replaceAll('-', '').slice(0, 16);
  const { platform, personId, receivedAt } = message;
  await saveSubmission(database, { id, platform, personId, ...file, receivedAt });
  return writePreview(reading.draft, id);
}

const reviewChoice = (document: string) => ({
  label: 'Duyệt số liệu của văn bản này',
  message: `/duyet vb ${document}`,
});

async function confirm(settings: SubmissionSettings, turn: Turn, id: string): Promise<Reply> {
  const { database, store } = settings;
  const submission = await findWaiting(settings, turn, id);
  if (submission === null) return goneReply;
  const { message, today } = turn;
  const stored = await store({ name: submission.name, bytes: submission.bytes }, { now: message.receivedAt, today });
  // Only now, and not when it can be tried again: stored twice is once, lost between the two would be lost.
  if (stored.status !== 'failed') await dropSubmission(database, id);
  return writeStored(stored);
}

function writeStored({ status, document, targets, deadlines, reason }: StoredFile): Reply {
  if (document === null) return say(reason ?? 'Văn bản chưa nạp được.');
  const words = {
    ingested: 'Đã nạp',
    replaced: 'Đã nạp, thay bản cũ trong kho',
    unchanged: 'Văn bản này đã có trong kho',
  };
  const word = status === 'refused' || status === 'failed' ? (reason ?? '') : words[status];
  const counts = `${targets} chỉ tiêu, ${deadlines} thời hạn`;
  return {
    blocks: [paragraph(`✓ ${word}: ${counts}${status === 'unchanged' ? '.' : ' chờ duyệt.'}`)],
    choices: [reviewChoice(document)],
  };
}

async function cancel(settings: SubmissionSettings, turn: Turn, id: string): Promise<Reply> {
  if ((await findWaiting(settings, turn, id)) === null) return goneReply;
  await dropSubmission(settings.database, id);
  return say('Đã hủy, không lưu gì.');
}

import type { Reply } from '../../domain/reply.ts';
import { cleanLine } from '../clean-text.ts';
import { fileName } from '../file-name.ts';
import { plainTexts } from '../render-plain.ts';
import { type FileBlock, type ImageBlock, type MediaBlock, replyParts } from '../reply-parts.ts';
import { CHOICE_MARK } from './read-event.ts';

/** 2,000 characters, and Zalo does not say how it counts them. */
export const TEXT_LIMIT = 1900;
export const MAX_BUTTONS = 5;

export type OaButton = { title: string; type: 'oa.query.hide'; payload: string };

export type OaPart = { kind: 'text'; text: string; buttons: OaButton[] } | ImageBlock | FileBlock;

const LABEL_LENGTH = 60;
const PAYLOAD_LENGTH = 1000;
const IMAGE_BYTES = 1024 * 1024;
const FILE_BYTES = 5 * 1024 * 1024;
const fileKinds = /\.(?:pdf|docx?)$/i;
/** Buttons need words above them. */
const BARE_CHOICES = 'Mời chọn:';

/** A reply as the messages the OA can send: texts, pictures, files; the buttons under the last text. Empty for a reply that says nothing. */
export function writeLetter(reply: Reply): OaPart[] {
  const { buttons, numbered } = writeChoices(reply);
  const parts = replyParts(reply.blocks, canSend);
  const hasTail = buttons.length > 0 || numbered !== null;
  if (hasTail && parts.at(-1)?.kind !== 'words') parts.push({ kind: 'words', blocks: [] });
  return parts.flatMap((part, index): OaPart[] => {
    // A file carries no words of its own.
    if (part.kind === 'file') return [...texts([part], null), part];
    if (part.kind === 'image') return [part];
    const isLast = index === parts.length - 1;
    const written = texts(part.blocks, isLast ? numbered : null);
    if (!isLast || buttons.length === 0) return written;
    const last = written.pop() ?? { kind: 'text', text: BARE_CHOICES, buttons: [] };
    return [...written, { ...last, buttons }];
  });
}

type TextPart = Extract<OaPart, { kind: 'text' }>;

function texts(blocks: Reply['blocks'], tail: string | null): TextPart[] {
  return plainTexts(blocks, TEXT_LIMIT, tail).map((text) => ({
    kind: 'text',
    text: withoutMentions(text),
    buttons: [],
  }));
}

/** "[@id]" calls a member of a group, or all of them: words of a document or of a person must not. */
export function withoutMentions(text: string): string {
  return text.replace(/(?<!\[)\[+@/g, '@');
}

function writeChoices({ choices, choicesToken }: Reply): { buttons: OaButton[]; numbered: string | null } {
  const labels = choices.map(({ label }) => withoutMentions(cleanLine(label).normalize('NFC')));
  const buttons = labels.slice(0, MAX_BUTTONS).flatMap((title, index): OaButton[] => {
    const payload = `${CHOICE_MARK}${choicesToken}:${index}`;
    const isFit = choicesToken !== undefined && title !== '' && title.length <= LABEL_LENGTH;
    return isFit && payload.length <= PAYLOAD_LENGTH ? [{ title, type: 'oa.query.hide', payload }] : [];
  });
  const lines = labels.map((label, index) => `${index + 1}. ${label}`);
  const isAllTold = buttons.length === labels.length;
  return { buttons, numbered: isAllTold ? null : ['Gõ số để chọn:', ...lines].join('\n') };
}

function canSend(media: MediaBlock): boolean {
  if (media.kind === 'image') return media.png.length > 0 && media.png.length <= IMAGE_BYTES;
  const { bytes, name } = media;
  return bytes.length > 0 && bytes.length <= FILE_BYTES && fileKinds.test(fileName(name, 'tep'));
}

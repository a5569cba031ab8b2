import type { Message } from 'grammy/types';
import type { Attachment } from '../../domain/message.ts';
import type { LoadFile } from './load-file.ts';

/** The document or picture of a message; empty where it has none. A moving picture, a sticker or a voice is nothing to read. */
export function readAttachments(message: Message, loadFile: LoadFile): Attachment[] {
  const { document, photo, animation } = message;
  // A moving picture comes with a document of the same bytes.
  if (document !== undefined && animation === undefined)
    return [attachment(document.file_name ?? '', document, loadFile)];
  // The same picture in several sizes, the largest last.
  const largest = photo?.at(-1);
  return largest === undefined ? [] : [attachment('ảnh.jpg', largest, loadFile)];
}

const attachment = (
  name: string,
  { file_id: id, file_size: size }: { file_id: string; file_size?: number },
  loadFile: LoadFile,
): Attachment => ({ name, size: size ?? null, load: (limit) => loadFile(id, limit) });

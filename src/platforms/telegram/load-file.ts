import type { Api } from 'grammy';
import type { Attachment } from '../../domain/message.ts';
import { readBody } from '../call-http.ts';

/** Fetches at most `limit` bytes of a file by the id Telegram gave it. Never rejects. */
export type LoadFile = (fileId: string, limit: number) => ReturnType<Attachment['load']>;

export type FileSource = { api: Pick<Api, 'getFile'>; token: string; apiRoot?: string; signal: AbortSignal };

const TIMEOUT_SECONDS = 60;
/** Telegram hands out no larger file to bots and says so in these words. */
const tooLarge = /file is too big/i;

/** Files come from the server of the Bot API itself; their address holds the token and stands in no log. */
export function createFileLoader({ api, token, apiRoot = 'https://api.telegram.org', signal }: FileSource): LoadFile {
  const root = `${apiRoot.replace(/(?<!\/)\/+$/, '')}/file/bot${token}/`;
  return async (fileId, limit) => {
    try {
      const { file_path: path, file_size: size = 0 } = await api.getFile(fileId);
      if (size > limit) return { status: 'too_large' };
      if (path === undefined || !/^[\w-]+(?:[./][\w-]+)*$/.test(path)) return { status: 'failed' };
      const ending = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_SECONDS * 1000)]);
      const response = await fetch(root + path, { redirect: 'error', signal: ending });
      if (!response.ok) return { status: 'failed' };
      const bytes = await readBody(response, limit);
      return bytes === null ? { status: 'too_large' } : { status: 'loaded', bytes };
    } catch (error) {
      return { status: error instanceof Error && tooLarge.test(error.message) ? 'too_large' : 'failed' };
    }
  };
}

import type { Attachment } from '../domain/message.ts';
import { readBody } from './call-http.ts';

const TIMEOUT_SECONDS = 60;

/** Where Zalo keeps what people send: zdn.vn, and zadn.vn for older material. */
const zaloHosts = /(?:^|\.)(?:zdn\.vn|zadn\.vn)$/;

/**
 * Fetches a file from the address an event names. Only from Zalo's own hosts, over https and without redirects, since anybody could name any
 * address; `root` adds the host of the interface itself, where the operator has set another one. Never rejects.
 */
export async function loadMedia(address: string, root: string, limit: number): ReturnType<Attachment['load']> {
  const url = mediaUrl(address, root);
  if (url === null) return { status: 'failed' };
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1000) });
    if (!response.ok) return { status: 'failed' };
    const bytes = await readBody(response, limit);
    return bytes === null ? { status: 'too_large' } : { status: 'loaded', bytes };
  } catch {
    return { status: 'failed' };
  }
}

/** The address to fetch, or null where it must not be fetched. */
export function mediaUrl(address: string, root: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  if (url.origin === new URL(root).origin) return url;
  if (!zaloHosts.test(url.hostname) || url.port !== '') return null;
  url.protocol = 'https:';
  return url;
}

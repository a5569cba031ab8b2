import { type ClientRequest, type IncomingMessage, request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** What one request gave. `fileName`: as the server names the file; null where it does not. */
export type WebResponse =
  | { kind: 'content'; type: string; fileName: string | null; bytes: Uint8Array }
  | { kind: 'redirect'; location: string }
  /** status: neither content nor a redirect · size: too much · failed: no connection, no end, or time is over. */
  | { kind: 'status' | 'size' | 'failed' };

export type RequestSetting = {
  /** The checked IP address to connect to, whatever the name resolves to by then. */
  address: string;
  signal: AbortSignal;
  maxBytes: number;
};

/** One GET request to a host at one address; follows nothing. Never rejects. */
export async function requestOnce(url: URL, { address, signal, maxBytes }: RequestSetting): Promise<WebResponse> {
  try {
    const response = await open(url, address, signal);
    try {
      return await readResponse(response, maxBytes);
    } finally {
      response.destroy();
    }
  } catch {
    return { kind: 'failed' };
  }
}

function open(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const family = isIP(address);
  const pinned: LookupFunction = (_, options, done) => {
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const options = {
    lookup: pinned,
    agent: false,
    signal,
    headers: {
      accept: 'text/html,application/pdf,*/*;q=0.5',
      'accept-encoding': 'identity',
      'user-agent': 'ChiDao/1.0',
    },
  } as const;
  return new Promise((resolve, reject) => {
    const request: ClientRequest =
      url.protocol === 'https:' ? requestSecurely(url, options, resolve) : requestPlainly(url, options, resolve);
    request.on('error', reject).end();
  });
}

async function readResponse(response: IncomingMessage, maxBytes: number): Promise<WebResponse> {
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined)
    return { kind: 'redirect', location: headers.location };
  if (statusCode !== 200) return { kind: 'status' };
  if (Number(headers['content-length'] ?? 0) > maxBytes) return { kind: 'size' };
  const bytes = await readBytes(decoded(response), maxBytes);
  if (bytes === null) return { kind: 'size' };
  const fileName = fileNameOf(headers['content-disposition']);
  return { kind: 'content', type: headers['content-type'] ?? '', fileName, bytes };
}

/** Some servers compress whatever they are asked for. */
function decoded(response: IncomingMessage): Readable {
  const coding = (response.headers['content-encoding'] ?? 'identity').toLowerCase();
  const decoder =
    coding === 'gzip' || coding === 'x-gzip'
      ? createGunzip()
      : coding === 'deflate'
        ? createInflate()
        : coding === 'br'
          ? createBrotliDecompress()
          : null;
  if (decoder === null) return response;
  response.on('error', (error) => decoder.destroy(error));
  response.on('aborted', () => decoder.destroy(new Error('aborted')));
  return response.pipe(decoder);
}

/** Null when there is more; what is counted is what comes out of the decoder. */
async function readBytes(stream: Readable, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > maxBytes) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** The name in `attachment; filename="…"` or `filename*=UTF-8''…`; null without one. */
function fileNameOf(disposition: string | undefined): string | null {
  if (disposition === undefined) return null;
  const encoded = /filename\*\s*=\s*utf-8''([^;\s]{1,500})/i.exec(disposition)?.[1];
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return null;
    }
  }
  return /filename\s*=\s*"?([^";]{1,300})/i.exec(disposition)?.[1]?.trim() ?? null;
}

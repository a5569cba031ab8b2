import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type LoopbackRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
};

/** `drop` breaks the connection instead of answering. */
export type LoopbackAnswer =
  | {
      status: number;
      json?: unknown;
      /** Pieces are sent as they come. */
      body?: string | Uint8Array | AsyncIterable<string>;
      type?: string;
      headers?: Record<string, string>;
    }
  | 'drop';

export type LoopbackServer = {
  root: string;
  /** Waits until this holds; looked at after every request and every `notify`. */
  until(condition: () => boolean): Promise<void>;
  notify(): void;
  close(): Promise<void>;
};

/** An HTTP server on the loopback, on a free port or the one given. */
export async function startLoopback(
  answer: (request: LoopbackRequest, gone: (listener: () => void) => void) => Promise<LoopbackAnswer> | LoopbackAnswer,
  port = 0,
): Promise<LoopbackServer> {
  const watchers = new Set<() => void>();
  const sockets = new Set<Socket>();
  const notify = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback');
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : (value ?? ''),
      ]),
    );
    const given = await answer(
      { method: request.method ?? '', path: pathname, query: searchParams, headers, body: Buffer.concat(chunks) },
      (listener) => response.on('close', listener),
    );
    if (given === 'drop') request.socket.destroy();
    else {
      const type = given.type ?? (given.json === undefined ? 'text/plain; charset=utf-8' : 'application/json');
      response.writeHead(given.status, { 'content-type': type, ...given.headers });
      if (given.json !== undefined) response.end(JSON.stringify(given.json));
      else if (typeof given.body === 'object' && Symbol.asyncIterator in given.body) {
        for await (const piece of given.body) response.write(piece);
        response.end();
      } else response.end(given.body ?? '');
    }
    notify();
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    notify,
    until: (condition) =>
      new Promise((resolve) => {
        const look = () => {
          if (!condition()) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import { type ServerType, serve } from '@hono/node-server';
import { SettingError } from '../domain/errors.ts';
import { createRoutes, type HttpParts } from './create-routes.ts';

export type HttpServer = {
  /** Resolves to the port it listens on. Throws SettingError when that is taken. */
  start(): Promise<number>;
  /** Takes no more requests, finishes those in hand, then resolves. Safe to call twice, also before `start`. */
  stop(): Promise<void>;
};

/** Slow or silent senders are cut off, so that they cannot hold connections. */
const REQUEST_MILLISECONDS = 10_000;
const STOP_MILLISECONDS = 5_000;

/** The one HTTP server of the process; `port` 0 takes any that is free. */
export function createHttpServer({ port, ...parts }: HttpParts & { port: number }): HttpServer {
  const routes = createRoutes(parts);
  let server: ServerType | null = null;
  return {
    start() {
      return new Promise((resolve, reject) => {
        const serverOptions = { requestTimeout: REQUEST_MILLISECONDS, headersTimeout: REQUEST_MILLISECONDS };
        server = serve({ fetch: routes.fetch, port, serverOptions }, ({ port: taken }) => resolve(taken));
        server.once('error', (error: NodeJS.ErrnoException) => {
          server = null;
          const why = error.code === 'EADDRINUSE' ? 'đang có chương trình khác dùng' : 'không mở được';
          reject(new SettingError(`Cài đặt PORT sai: cổng ${port} ${why}.`, { cause: error }));
        });
      });
    },
    stop() {
      const open = server;
      server = null;
      if (open === null) return Promise.resolve();
      return new Promise((resolve) => {
        open.close(() => resolve());
        if ('closeIdleConnections' in open) open.closeIdleConnections();
        setTimeout(() => 'closeAllConnections' in open && open.closeAllConnections(), STOP_MILLISECONDS).unref();
      });
    },
  };
}

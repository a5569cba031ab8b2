import { randomBytes } from 'node:crypto';

/** A number for the person and a line for the log about an error nobody foresaw. The line holds no parameters of queries and no text of documents. */
export function describeUnexpected(error: unknown): { reference: string; line: string } {
  const reference = randomBytes(3).toString('hex');
  const { name, message, stack } =
    error instanceof Error ? error : { name: 'Error', message: String(error), stack: '' };
  const at = stack?.split('\n').find((entry) => entry.includes('/src/')) ?? '';
  const place = /\/src\/([^)\s]{1,200})/.exec(at)?.[1] ?? null;
  const detail = { reference, name, message: message.split('\n')[0]?.slice(0, 200), place };
  return { reference, line: `Có lỗi ngoài dự kiến (mã ${reference}). ${JSON.stringify(detail)}` };
}

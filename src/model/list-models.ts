import { z } from 'zod';
import { ModelError } from '../domain/errors.ts';

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })).max(10_000) });
const seconds = 5;

/**
 * Names of the models of an endpoint; null where it keeps no list. Sends the key and nothing else. Throws ModelError: unreachable, or the key is
 * refused (`401`, `403`).
 */
export async function listModels(baseUrl: string, apiKey: string | null): Promise<string[] | null> {
  const response = await answered(`${baseUrl.replace(/(?<!\/)\/+$/, '')}/models`, apiKey);
  if (response.status === 401 || response.status === 403) throw new ModelError(String(response.status));
  const list = listSchema.safeParse(await response.json().catch(() => null));
  return response.ok && list.success ? list.data.data.map(({ id }) => id) : null;
}

async function answered(address: string, apiKey: string | null): Promise<Response> {
  try {
    return await fetch(address, {
      headers: { authorization: `Bearer ${apiKey ?? 'none'}` },
      redirect: 'error',
      signal: AbortSignal.timeout(seconds * 1000),
    });
  } catch {
    throw new ModelError('unreachable');
  }
}

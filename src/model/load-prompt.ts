import { readFile } from 'node:fs/promises';
import { DataError } from '../domain/errors.ts';

const folder = new URL('../../prompts/', import.meta.url);
const texts = new Map<string, Promise<string>>();

/**
 * The prompt of prompts/<name>.md with its {{slots}} filled. Throws DataError when the file is absent, a slot stays empty, or a value has
 * no slot: a prompt with a hole is never sent.
 */
export async function loadPrompt(name: string, slots: Readonly<Record<string, string>> = {}): Promise<string> {
  const file = `prompts/${name}.md`;
  let loading = texts.get(name);
  if (loading === undefined) {
    loading = readFile(new URL(`${name}.md`, folder), 'utf8').catch(() => {
      throw new DataError('thiếu tệp lời dẫn', file);
    });
    texts.set(name, loading);
  }
  const text = await loading;
  const wanted = new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, slot = '']) => slot));
  const missing = [...wanted].find((slot) => slots[slot] === undefined);
  if (missing !== undefined) throw new DataError(`chỗ trống {{${missing}}} không có giá trị`, file);
  const spare = Object.keys(slots).find((slot) => !wanted.has(slot));
  if (spare !== undefined) throw new DataError(`không có chỗ trống {{${spare}}}`, file);
  return text.replace(/\{\{(\w+)\}\}/g, (_, slot: string) => slots[slot] ?? '');
}

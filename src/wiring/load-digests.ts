import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { productReviewer } from '../domain/review.ts';
import { ingestFile } from '../ingest/ingest-file.ts';
import { approveDirective } from '../store/approve-directive.ts';
import { findDirectives } from '../store/directives.ts';
import { dataFolder } from '../tables.ts';
import type { Base } from './base.ts';
import type { Surroundings } from './surroundings.ts';
import { todayIn } from './today.ts';

/**
 * Loads the product's own digests into a database that holds nothing else; those that an earlier, interrupted start left out are made up
 * for. A database with documents of its own is left alone.
 */
export async function loadDigests(base: Base, { settings }: Config, { tell, now }: Surroundings): Promise<void> {
  const { database, read, embedding } = base;
  const folder = join(dataFolder, 'directives');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const held = new Set((await findDirectives(database)).map(({ source }) => source));
  const missing = names.filter((name) => !held.has(name));
  if (missing.length === 0 || [...held].some((source) => !names.includes(source))) return;
  tell(`Lần đầu chạy: đang nạp ${missing.length} bản tóm lược văn bản đi kèm…`);
  const today = todayIn(settings.TZ, now());
  for (const name of missing) {
    const bytes = await readFile(join(folder, name));
    const { document, status } = await ingestFile({ name, bytes }, { database, read, embedding, now: now(), today });
    // What the product ships was checked figure by figure before it was shipped; the log says by whom.
    if (document !== null && status === 'ingested')
      await approveDirective(database, document, { reviewer: productReviewer, at: now() });
  }
}

/** Takes the corpus into memory before the first question, which would otherwise wait for it. */
export async function warmUp(
  { engine, index }: Base,
  { settings }: Config,
  { tell, now }: Surroundings,
): Promise<void> {
  const slow = setTimeout(() => tell('Đang đọc các văn bản vào bộ nhớ…'), 1000);
  try {
    await engine.tools(todayIn(settings.TZ, now()));
    await index.follow();
  } finally {
    clearTimeout(slow);
  }
}

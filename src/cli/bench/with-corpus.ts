import { createHash } from 'node:crypto';
import type { Config } from '../../config.ts';
import type { DirectiveDraft } from '../../domain/directive.ts';
import type { DirectiveInput } from '../../store/save-directive.ts';
import { saveDirectives } from '../../store/save-directive.ts';
import type { Base } from '../../wiring/base.ts';
import type { CommandContext } from '../command.ts';
import { SyntheticCorpus } from './synthetic-corpus.ts';
import { withBenchBase } from './with-bench-base.ts';

type Wanted = { passages: number; keep: boolean };

/** Passages stored in one transaction. */
const atOnce = 1000;
const passagesEach = 50;

/** Works on a made-up corpus of so many passages, a fifth as many targets, in a database of its own; a kept one is not made again. */
export function withCorpus<Result>(
  context: CommandContext,
  { passages, keep }: Wanted,
  work: (base: Base, corpus: SyntheticCorpus, config: Config) => Promise<Result>,
): Promise<Result> {
  const directives = Math.ceil(passages / passagesEach);
  const corpus = new SyntheticCorpus({ directives, passages, targets: Math.ceil(passages / 5) });
  return withBenchBase(context, keep ? `bench_corpus_${passages}` : null, async (base, config) => {
    const [stored] = await base.database.query<{ count: number }>('select count(*)::integer as count from directives');
    if (stored?.count !== directives) await fill(base, corpus, context);
    return work(base, corpus, config);
  });
}

async function fill({ database, embedding }: Base, corpus: SyntheticCorpus, { log, now }: CommandContext) {
  const began = performance.now();
  const { directives, passages } = corpus.size;
  let waiting: DirectiveInput[] = [];
  let saving: Promise<unknown> = Promise.resolve();
  let done = 0;
  for (const draft of corpus.drafts()) {
    const vectors = await embedding.embed(draft.passages.map(({ text }) => text));
    waiting.push({ draft, original: originalOf(draft, now()), vectors: { model: embedding.name, vectors } });
    done += 1;
    if (waiting.length * passagesEach < atOnce && done < directives) continue;
    // The server stores what is made while the next is made.
    await saving;
    saving = saveDirectives(database, waiting);
    waiting = [];
    if (done % Math.ceil(directives / 10) < atOnce / passagesEach) log(`đã tạo ${done}/${directives} văn bản…`);
  }
  await saving;
  // As autovacuum does on a server some time after so many rows have come in.
  await database.query('analyze');
  log(`đã nạp ${passages} đoạn trong ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

function originalOf({ metadata, text }: DirectiveDraft, receivedAt: Date): DirectiveInput['original'] {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(metadata.title).update(bytes).digest('hex');
  return { sha256, name: `${metadata.number}.txt`, bytes, receivedAt };
}

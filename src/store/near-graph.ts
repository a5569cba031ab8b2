import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Database } from './database.ts';
import { listNearestPassages, type NearPassage, type NearQuery } from './passage-vectors.ts';
import { vectorText } from './vector-parameter.ts';

/** Half-precision vectors that pgvector can make a graph of are at most so long. */
const mostDimensions = 4000;
/** Neighbours kept in sight while the graph is walked: nine in ten of the true ones at a million passages, all at a hundred thousand. */
const inSight = 400;
/** Below this share of the directives it is surer, and quick enough, to look at every vector of theirs. */
const smallestShare = 0.1;
/** The table is another account's. */
const insufficientPrivilege = '42501';

type Model = { model: string; dimensions: number };

const graphOf = (model: string): string => `near_${createHash('sha256').update(model).digest('hex').slice(0, 16)}`;
const halfOf = (vector: string, dimensions: number): string => `(${vector}::halfvec(${dimensions}))`;

/**
 * Sees to the graph (HNSW) by which a server finds the near vectors of a model without looking at each. Made while the model has no vectors yet
 * it costs each of them a millisecond; made later, writers wait until it stands. Nothing is made in the embedded database, where it would hold
 * up every question, nor with a pgvector older than 0.8, which loses rows when it filters, nor by an account that may not: then each vector is looked at.
 */
export async function makeNearGraph(database: Database, { model, dimensions }: Model): Promise<void> {
  if (dimensions > mostDimensions || !(await canHaveGraph(database)) || (await hasGraph(database, model))) return;
  try {
    await database.transaction(async (session) => {
      await session.query('set local statement_timeout = 0');
      // A graph that outgrows this while it is made takes several times as long; the default is 64 MB.
      await session.query(`set local maintenance_work_mem = '512MB'`);
      await session.query(
        `create index if not exists ${graphOf(model)} on passage_vectors
         using hnsw (${halfOf('embedding', dimensions)} halfvec_cosine_ops) where model = ${pg.escapeLiteral(model)}`,
      );
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === insufficientPrivilege)) throw error;
  }
}

/** As `listNearestPassages`, by the graph of the model where it has one and not too little may be seen. */
export async function findNearestPassages(database: Database, query: NearQuery): Promise<NearPassage[]> {
  const { model, vector, documents, limit } = query;
  if (database.kind === 'embedded' || !(await hasGraph(database, model)) || (await seesLittle(database, documents)))
    return listNearestPassages(database, query);
  const near = `${halfOf('v.embedding', vector.length)} <=> ${halfOf('$1', vector.length)}`;
  return database.transaction(async (session) => {
    await session.query(
      `select set_config('hnsw.ef_search', $1, true), set_config('hnsw.iterative_scan', 'strict_order', true)`,
      [String(inSight)],
    );
    return session.query<NearPassage>(
      `select v.passage_seq as seq, 1 - (${near}) as nearness
       from passage_vectors v join passages p on p.seq = v.passage_seq join directives d on d.id = p.directive_id
       where v.model = $2 and d.status = 'in_force' and ($3::text[] is null or d.id = any($3)) and ${near} < 1
       order by ${near} limit $4`,
      [vectorText(vector), model, documents, limit],
    );
  });
}

async function canHaveGraph(database: Database): Promise<boolean> {
  if (database.kind === 'embedded') return false;
  const [found] = await database.query<{ version: string }>(
    `select extversion as version from pg_extension where extname = 'vector'`,
  );
  const [major = 0, minor = 0] = (found?.version ?? '').split('.').map(Number);
  return major > 0 || minor >= 8;
}

async function hasGraph(database: Database, model: string): Promise<boolean> {
  const rows = await database.query(
    `select from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = 'passage_vectors'::regclass and c.relname = $1 and i.indisvalid`,
    [graphOf(model)],
    'once',
  );
  return rows.length > 0;
}

async function seesLittle(database: Database, documents: readonly string[] | null): Promise<boolean> {
  if (documents === null) return false;
  const [stored] = await database.query<{ count: number }>(
    `select count(*)::integer as count from directives where status = 'in_force'`,
  );
  return documents.length < smallestShare * (stored?.count ?? 0);
}

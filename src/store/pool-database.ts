import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { DatabaseAwayError } from '../domain/errors.ts';
import type { Database, Session } from './database.ts';
import { createWaitingLine, type WaitingLine } from './waiting-line.ts';

const DATE_OID = 1082;
const BIGINT_OID = 20;

/** Dates stay ISO texts (a JS Date would shift them by the time zone); bigint counters and ids become numbers. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE_OID) return (value: string) => value;
    if (oid === BIGINT_OID) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** The one `Database` implementation: a `pg` pool, whatever stands behind it. `release` runs after the pool has ended. */
export function poolDatabase(kind: Database['kind'], pool: pg.Pool, release: () => Promise<void>): Database {
  const inside = new AsyncLocalStorage<true>();
  // Before the pool's own line, which knows no hurry.
  const line = createWaitingLine(pool.options.max, pool.options.connectionTimeoutMillis || null);
  let closing: Promise<void> | null = null;

  function outsideOnly(): void {
    if (inside.getStore()) throw new Error('use the session of the open transaction, not the database');
  }

  const session = (isUrgent: boolean): Session => ({
    async query<Row>(sql: string, parameters?: readonly unknown[], planned: Planned = 'anew') {
      outsideOnly();
      const query = queryOf(sql, parameters, kind === 'embedded' && planned === 'once' ? 'anew' : planned);
      // Not pool.query: it closes the connection after every error in a statement, and the embedded database has no other.
      return lend({ pool, line, isUrgent }, async (client) => rowsOf<Row>(await client.query(query)));
    },
  });

  return {
    kind,
    ...session(false),
    urgent: session(true),
    async transaction(work) {
      outsideOnly();
      return lend({ pool, line, isUrgent: false }, (client, onLost) =>
        runTransaction(client, onLost, (session) => inside.run(true, () => work(session))),
      );
    },
    close() {
      closing ??= pool.end().then(release);
      return closing;
    },
  };
}

const awayFrom = (cause: unknown): DatabaseAwayError => new DatabaseAwayError('the database is away', { cause });

/** Shut down, crashed or starting (57P01 to 57P03), or the connection itself (class 08, codes of the network, none where it just ended). */
function meansAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(?:57P0[123]|08...|ECONN.*|EPIPE|ETIMEDOUT)$/.test(code) || error.message.startsWith('Connection terminated')
  );
}

type Counter = { pool: pg.Pool; line: WaitingLine; isUrgent: boolean };
type Work<Result> = (client: pg.PoolClient, onLost: () => void) => Promise<Result>;

async function lend<Result>({ pool, line, isUrgent }: Counter, work: Work<Result>): Promise<Result> {
  await line.enter(isUrgent);
  try {
    const client = await pool.connect().catch((error: unknown) => {
      throw awayFrom(error);
    });
    return await use(client, work);
  } finally {
    line.leave();
  }
}

/** Gives the connection back to the pool after the work, or away when it was lost (the server is gone). */
async function use<Result>(client: pg.PoolClient, work: Work<Result>): Promise<Result> {
  let isLost = false;
  // Lost between two statements, a connection has nobody to tell but its listeners; without one the process would end.
  const onLost = () => {
    isLost = true;
  };
  client.on('error', onLost);
  try {
    return await work(client, onLost);
  } catch (error) {
    throw isLost || meansAway(error) ? awayFrom(error) : error;
  } finally {
    client.off('error', onLost);
    client.release(isLost);
  }
}

async function runTransaction<Result>(
  client: pg.PoolClient,
  onLost: () => void,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  try {
    await client.query('begin');
    const result = await work(sessionOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that cannot even roll back is of no use any more.
    await client.query('rollback').catch(onLost);
    throw error;
  }
}

function sessionOf(client: pg.PoolClient): Session {
  return {
    query: async <Row>(sql: string, parameters?: readonly unknown[]) =>
      rowsOf<Row>(await client.query(queryOf(sql, parameters, 'anew'))),
  };
}

type Planned = 'anew' | 'once' | 'for good';

/** Names of the statements that come back, by their text; each connection parses them once. */
const names = new Map<string, string>();
const mostNames = 200;

/**
 * Ingestion sends the same few writes thousands of times, and parsing them costs as much as a row. Reads, and writes that look for their rows
 * first (`with`), are planned anew each time: what is best depends on their parameters and on how large the tables have grown. Those of every
 * message that look by a whole key are planned once, on a server: it plans them again when a table has grown, which the embedded database does not.
 * Those that look for no rows are planned for good on both.
 */
function queryOf(text: string, parameters: readonly unknown[] | undefined, planned: Planned): pg.QueryConfig {
  if (parameters === undefined && planned === 'anew') return { text };
  const values = [...(parameters ?? [])];
  if (planned === 'anew' && !/^\s*(?:insert|update|delete)\b/.test(text)) return { text, values };
  if (!names.has(text) && names.size < mostNames) names.set(text, `w${names.size}`);
  const name = names.get(text);
  return name === undefined ? { text, values } : { text, values, name };
}

/** Several statements in one text give an array of results; only their effect is wanted then. */
function rowsOf<Row>(result: pg.QueryResult | pg.QueryResult[]): Row[] {
  return Array.isArray(result) ? [] : (result.rows as Row[]);
}

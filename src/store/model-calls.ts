import type { ModelCall, ModelCallEnd, ModelLedger } from '../domain/model.ts';
import { localDate } from '../domain/vietnam-time.ts';
import type { Database, Session } from './database.ts';
import { storable } from './storable.ts';

export type ModelBudget = {
  /** Tokens a person may use on a day; null: no limit. */
  daily: number | null;
  /** The same for all people together. */
  dailyForAll: number | null;
  /** Dollars for a million tokens in and out; null: costs are not estimated. */
  prices: { input: number; output: number } | null;
};

const everybody = '*';

/** What was sent to models, and what is left of everybody's day. Embeddings are written down and cost no budget. */
export function createModelLedger(database: Database, budget: ModelBudget, now: () => Date): ModelLedger {
  return {
    open: (call) => database.transaction((session) => openCall(session, call, { budget, at: now() })),
    settle: (record, end) => database.transaction((session) => settleCall(session, record, { end, budget })),
  };
}

/** Thrown to roll a reservation back. */
class UsedUp extends Error {}

type Opening = { budget: ModelBudget; at: Date };

async function openCall(session: Session, call: ModelCall, { budget, at }: Opening): Promise<{ id: number } | null> {
  const day = localDate(at);
  try {
    if (call.purpose !== 'embedding') {
      // A savepoint, because a person's reservation must not stand when the one for all is refused.
      await session.query('savepoint reservation');
      await reserve(session, { day, person: call.person, tokens: call.reservedTokens, limit: budget.daily });
      await reserve(session, { day, person: everybody, tokens: call.reservedTokens, limit: budget.dailyForAll });
    }
  } catch (error) {
    if (!(error instanceof UsedUp)) throw error;
    await session.query('rollback to savepoint reservation');
    return null;
  }
  const rows = await session.query<{ id: number }>(
    `insert into model_calls (started_at, person, purpose, model, host, sha256, bytes, reserved_tokens)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      at,
      storable(call.person),
      call.purpose,
      storable(call.model),
      call.host,
      call.sha256,
      call.bytes,
      call.reservedTokens,
    ],
  );
  return rows[0] ?? null;
}

type Reservation = { day: string; person: string; tokens: number; limit: number | null };

async function reserve(session: Session, { day, person, tokens, limit }: Reservation): Promise<void> {
  const rows = await session.query<{ tokens: number }>(
    `insert into model_budgets as b (day, person, tokens) values ($1, $2, $3)
     on conflict (day, person) do update set tokens = b.tokens + excluded.tokens returning b.tokens::double precision as tokens`,
    [day, storable(person), tokens],
  );
  if (limit !== null && (rows[0]?.tokens ?? 0) > limit) throw new UsedUp();
}

type Settling = { end: ModelCallEnd; budget: ModelBudget };

async function settleCall(session: Session, { id }: { id: number }, { end, budget }: Settling): Promise<void> {
  const { outcome, promptTokens, completionTokens, milliseconds } = end;
  const cost =
    budget.prices === null
      ? null
      : Math.round(promptTokens * budget.prices.input + completionTokens * budget.prices.output);
  const rows = await session.query<{ started_at: Date; person: string; purpose: string; reserved: number }>(
    `update model_calls set outcome = $2, prompt_tokens = $3, completion_tokens = $4, cost_micro_usd = $5, milliseconds = $6
     where id = $1 and outcome = 'open' returning started_at, person, purpose, reserved_tokens as reserved`,
    [id, outcome, promptTokens, completionTokens, cost, milliseconds],
  );
  const [row] = rows;
  if (row === undefined || row.purpose === 'embedding') return;
  await session.query('update model_budgets set tokens = tokens + $1 where day = $2 and person = any($3)', [
    promptTokens + completionTokens - row.reserved,
    localDate(new Date(row.started_at)),
    [row.person, everybody],
  ]);
}

export type ModelUse = {
  /** Day in Việt Nam, ISO. */
  day: string;
  purpose: string;
  model: string;
  calls: number;
  failures: number;
  promptTokens: number;
  completionTokens: number;
  /** Null where no prices were set. */
  costMicroUsd: number | null;
};

/** What was sent since an instant, a day and purpose a row, the newest first. */
export function listModelUse(session: Session, since: Date): Promise<ModelUse[]> {
  return session.query<ModelUse>(
    `select to_char(started_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day, purpose, model, count(*)::integer as calls,
       (count(*) filter (where outcome <> 'ok'))::integer as failures,
       coalesce(sum(prompt_tokens), 0)::double precision as "promptTokens",
       coalesce(sum(completion_tokens), 0)::double precision as "completionTokens",
       sum(cost_micro_usd)::double precision as "costMicroUsd"
     from model_calls where started_at >= $1 group by 1, 2, 3 order by 1 desc, 2, 3`,
    [since],
  );
}

import type { Gauge, ReadyCheck } from '../domain/operation.ts';
import type { Session } from './database.ts';

/** Calls of models and ages of tokens, as all processes share them. */
export async function measureOutside(session: Session, now: Date): Promise<Gauge[]> {
  return [...(await measureModels(session)), ...(await measureTokens(session, now))];
}

type ModelRow = { model: string; purpose: string; outcome: string; calls: number; tokens: number; cost: number };

async function measureModels(session: Session): Promise<Gauge[]> {
  const rows = await session.query<ModelRow>(
    `select model, purpose, outcome, count(*)::float8 as calls, coalesce(sum(prompt_tokens + completion_tokens), 0)::float8 as tokens,
       coalesce(sum(cost_micro_usd), 0)::float8 / 1e6 as cost
     from model_calls group by model, purpose, outcome`,
  );
  return rows.flatMap(({ model, purpose, outcome, calls, tokens, cost }) => {
    const labels = { model, purpose, outcome };
    return [
      { name: 'chidao_model_calls', help: 'Calls of models on record by outcome', labels, value: calls },
      { name: 'chidao_model_tokens', help: 'Tokens they read and wrote', labels, value: tokens },
      { name: 'chidao_model_cost_usd', help: 'What they cost by MODEL_PRICES', labels, value: cost },
    ];
  });
}

type TokenRow = { status: 'valid' | 'ambiguous' | 'dead'; updatedAt: Date; expiresAt: Date };

const readTokens = (session: Session): Promise<TokenRow[]> =>
  session.query('select status, updated_at as "updatedAt", expires_at as "expiresAt" from zalo_tokens');

async function measureTokens(session: Session, now: Date): Promise<Gauge[]> {
  const secondsFrom = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1000;
  return (await readTokens(session)).flatMap(({ status, updatedAt, expiresAt }) => {
    const labels = { platform: 'zalo-oa', status };
    const [age, left] = [secondsFrom(updatedAt, now), secondsFrom(now, expiresAt)];
    return [
      { name: 'chidao_token_age_seconds', help: 'Since the token was renewed', labels, value: age },
      { name: 'chidao_token_left_seconds', help: 'Until the token expires', labels, value: left },
    ];
  });
}

/** Whether messages can be sent with the tokens kept; `[]` where none are. */
export async function checkTokens(session: Session, now: Date): Promise<ReadyCheck[]> {
  return (await readTokens(session)).map(({ status, expiresAt }) => {
    const isOver = expiresAt <= now;
    const problem =
      status === 'valid' && !isOver
        ? null
        : `Token Zalo OA ${isOver ? 'đã hết hạn' : 'không còn dùng được'}: chạy chidao zalo login.`;
    return { name: 'token zalo-oa', problem, isWarning: true };
  });
}

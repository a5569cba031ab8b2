import { join } from 'node:path';
import { limitRate } from '../../conversation/limit-rate.ts';
import type { HandleMessage } from '../../domain/message.ts';
import { dataFolder } from '../../tables.ts';
import type { CommandContext } from '../command.ts';
import { ingestPaths } from '../ingest-paths.ts';
import { withTemporaryBase } from '../temporary-base.ts';
import type { Benchmark, Measurement } from './benchmark.ts';
import { buildHandler } from './build-handler.ts';
import { type FloodResult, runFloodRound } from './flood-round.ts';
import { quantile } from './quantile.ts';

const people = 20;
const turns = 4;
const flood = 1000;
/** Without and with the flood in turns, so that what else the machine does falls on both alike. */
const rounds = 6;

type Asked = (name: string, flood: number) => Promise<FloodResult>;

export const benchFlood: Benchmark = {
  name: 'flood',
  summary: 'một cuộc trò chuyện gửi dồn 1.000 tin làm 20 cuộc khác chậm đi bao nhiêu',
  run: (context) =>
    withTemporaryBase(context, async (base) => {
      for await (const _ of ingestPaths(base, [join(dataFolder, 'directives')], context));
      const handle = buildHandler(base, context);
      const limited = limitRate(handle, { database: base.database, perMinute: 30 });
      const asking =
        (handler: HandleMessage): Asked =>
        (name, flooded) =>
          runFloodRound({ ...context, database: base.database, handle: handler, name, people, turns, flood: flooded });
      context.log('làm nóng…');
      for (const handler of [limited, handle]) await asking(handler)(`warm ${handler === handle}`, flood);
      return [
        ...(await measure('có giới hạn nhịp', asking(limited), context)),
        ...(await measure('không giới hạn nhịp', asking(handle), context)),
      ];
    }),
};

async function measure(what: string, ask: Asked, { log }: CommandContext): Promise<Measurement[]> {
  const calm: FloodResult[] = [];
  const flooded: FloodResult[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    log(`${what}: vòng ${round}/${rounds}…`);
    calm.push(await ask(`calm ${what} ${round}`, 0));
    flooded.push(await ask(`flood ${what} ${round}`, flood));
  }
  return rowsOf(what, calm, flooded);
}

/** The bar holds for both: a limit is a setting, fairness is not. */
function rowsOf(what: string, calm: FloodResult[], flooded: FloodResult[]): Measurement[] {
  const text = (value: number): string => value.toFixed(1).replace('.', ',');
  const p95 = (results: FloodResult[]): number =>
    quantile(
      results.flatMap(({ times }) => times),
      0.95,
    );
  const alone = calm.map((one) => p95([one]));
  const slower = p95(flooded) / p95(calm) - 1;
  const isKept = flooded.every(({ worked, waiting, isInOrder }) => isInOrder && worked + waiting === flood);
  return [
    {
      what: `${what}: p95 khi không và khi có`,
      measured: `${text(p95(calm))} và ${text(p95(flooded))} ms`,
      bar: '',
      anchor: `các vòng không có: ${text(Math.min(...alone))}–${text(Math.max(...alone))} ms`,
      isMet: null,
    },
    {
      what: `${what}: chậm thêm`,
      measured: `${text(slower * 100)} %`,
      bar: '≤ 20 %',
      anchor: `${rounds} vòng xen kẽ`,
      isMet: slower <= 0.2,
    },
    {
      what: `${what}: tin dồn còn đủ, đúng thứ tự`,
      measured: isKept ? 'có' : 'không',
      bar: 'có',
      anchor: `đã xử lý ${flooded.map(({ worked }) => worked).join(', ')} tin`,
      isMet: isKept,
    },
  ];
}

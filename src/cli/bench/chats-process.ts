import { type Config, loadConfig } from '../../config.ts';
import { openBase } from '../../wiring/base.ts';
import { type ChatsPlan, prepareChats } from './chats-load.ts';

// One of several bots over one database: prepares itself, says so, answers when all are ready, and reports.
process.once('message', async ({ plan, database }: { plan: ChatsPlan; database: Config['database'] }) => {
  const config = { ...loadConfig(), database };
  const base = await openBase(config, { tell: () => {}, now: () => new Date(plan.at) });
  const { answer, remember } = await prepareChats(base, config, plan);
  process.on('message', async (what: 'answer' | 'remember' | 'end') => {
    if (what !== 'end') return void process.send?.(await (what === 'answer' ? answer() : remember()));
    await base.close();
    process.disconnect();
  });
  process.send?.('ready');
});

import { Agent, request } from 'node:http';

/** What a load did: acknowledgements a second and the 99th percentile of their milliseconds. */
export type Load = { perSecond: number; p99: number; failed: number };

/** `perSecond` null: as fast as so many connections get answers. */
type Plan = { url: string; secret: string; seconds: number; perSecond: number | null; firstId: number };

const CONNECTIONS = 64;

/** Posts updates as Telegram does; runs in a process of its own, so that it takes no time from what it measures. */
async function load({ url, secret, seconds, perSecond, firstId }: Plan): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let [id, failed] = [firstId, 0];
  const post = (): Promise<void> =>
    new Promise((resolve) => {
      const body = JSON.stringify(updateOf(id++));
      const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
      const began = performance.now();
      const call = request(url, {
        method: 'POST',
        agent,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      call.on('response', (response) => {
        response.resume().on('end', () => {
          times.push(performance.now() - began);
          if (response.statusCode !== 200) failed += 1;
          resolve();
        });
      });
      call.on('error', () => {
        failed += 1;
        resolve();
      });
      call.end(body);
    });
  const began = performance.now();
  const isOver = (): boolean => performance.now() - began >= seconds * 1000;
  if (perSecond === null) await Promise.all(Array.from({ length: CONNECTIONS }, () => repeat(post, isOver)));
  else await pace(post, { began, perSecond, isOver });
  const took = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: Math.round(times.length / took), p99: times[Math.floor(times.length * 0.99)] ?? 0, failed };
}

async function repeat(post: () => Promise<void>, isOver: () => boolean): Promise<void> {
  while (!isOver()) await post();
}

type Pace = { began: number; perSecond: number; isOver: () => boolean };

async function pace(post: () => Promise<void>, { began, perSecond, isOver }: Pace): Promise<void> {
  const inHand: Promise<void>[] = [];
  while (!isOver()) {
    const due = ((performance.now() - began) / 1000) * perSecond;
    while (inHand.length < due) inHand.push(post());
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(inHand);
}

const updateOf = (id: number) => {
  const chat = 10_000 + (id % 500);
  return {
    update_id: id,
    message: {
      message_id: id,
      date: 1_795_000_000 + Math.floor(id / 1000),
      from: { id: chat, is_bot: false, first_name: 'Lan' },
      chat: { id: chat, type: 'private', first_name: 'Lan' },
      text: 'tỷ lệ che phủ rừng Cao Bằng 2023',
    },
  };
};

process.once('message', async (plan: Plan) => {
  process.send?.(await load(plan));
  process.disconnect();
});

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFakeTelegram } from './fake-telegram.ts';

/**
 * Several processes of the bot on one PostgreSQL, killed at random while people ask; counts what became of every message:
 *   node test/support/measure-processes.ts postgres://… PROCESSES KILLS CHATS QUESTIONS [polling] [restart=COMMAND]
 * Every chat asks at least so many questions, and goes on until the last kill. A database is good for one run: the server counts its messages from
 * the same number each time. `polling`: the elected process polls, and it is always the one that is killed. `restart`: a shell command that restarts
 * the server, run five times, evenly between the kills. `.ci/faults` does all of it. Exit code 1 when a message was lost or answered out of turn, or
 * more were answered twice than there were faults.
 */
const [url = '', ...rest] = process.argv.slice(2);
const [processes = 2, kills = 20, chats = 20, questions = 10] = rest.slice(0, 4).map(Number);
const isPolling = rest.includes('polling');
const restart = rest.find((argument) => argument.startsWith('restart='))?.slice('restart='.length) ?? null;

const asked = [
  'tỷ lệ che phủ rừng Cao Bằng 2023',
  'Tổng thu NSNN trên địa bàn Kon Tum năm 2020?',
  'tỷ lệ che phủ rừng Kon Tum 2020?',
];
const program = join(import.meta.dirname, '..', '..', 'src', 'chidao.mjs');
const fake = await startFakeTelegram();
/** Between two messages of all chats together. */
const PAUSE_MILLISECONDS = 100;
type Bot = { port: number; child: ChildProcess; isUp: boolean };
const bots: Bot[] = [];
const firstPort = 20_000 + (process.pid % 20_000);

function start(port: number): Bot {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`,
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
    TELEGRAM_MODE: isPolling ? 'polling' : 'webhook',
    TELEGRAM_WEBHOOK_SECRET: 'secret-of-the-test',
    ACCESS: 'open',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'info',
  };
  const child = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const bot: Bot = { port, child, isUp: false };
  child.stderr?.on('data', (data: Buffer) => {
    const text = data.toString();
    if (text.includes('Bot đang chạy')) bot.isUp = true;
    if (text.includes('"leads":true')) leader = bot;
  });
  return bot;
}
let leader: Bot | null = null;

/** Hands a request to any process that is up; Telegram sends again what nobody took. */
const balancer = createServer(async (incoming, response) => {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const up = bots.filter(({ isUp }) => isUp);
  const bot = up[Math.floor(Math.random() * up.length)];
  const status =
    bot === undefined ? 502 : await forward(bot.port, incoming.url ?? '/', incoming.headers, Buffer.concat(parts));
  response.writeHead(status).end();
}).listen(0, '127.0.0.1');
await new Promise((resolve) => balancer.once('listening', resolve));

function forward(port: number, path: string, headers: object, body: Buffer): Promise<number> {
  return new Promise((resolve) => {
    const call = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { ...headers } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 502);
    });
    call.on('error', () => resolve(502));
    call.end(body);
  });
}

const until = async (isTrue: () => boolean, seconds: number): Promise<boolean> => {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    if (isTrue()) return true;
    await sleep(20);
  }
  return false;
};
const repliesOf = (chat: number): string[] =>
  fake.transcript(chat).flatMap(({ from, text }) => (from === 'bot' ? [text] : []));

for (let index = 0; index < processes; index += 1) {
  bots.push(start(firstPort + index));
  await until(() => bots[index]?.isUp === true, 60);
}
// What each question is answered with when nothing goes wrong: the first line of a second answer, which greets nobody any more.
const right: string[] = [];
for (const [index, question] of asked.entries()) {
  for (let turn = 1; turn <= 2; turn += 1) {
    fake.say(900 + index, question);
    await until(() => repliesOf(900 + index).length >= turn, 60);
  }
  right.push(repliesOf(900 + index)[1]?.split('\n')[0] ?? '?');
}

const began = performance.now();
let killed = 0;
let longestGap = 0;
let restarts = 0;
let isKilling = true;
const killing = (async () => {
  for (; killed < kills; killed += 1) {
    if (restart !== null && restarts < Math.floor((killed * 6) / kills)) {
      execFileSync('sh', ['-c', restart], { stdio: 'ignore' });
      restarts += 1;
    }
    await sleep(500 + Math.random() * 1000);
    const victim = isPolling && leader !== null ? leader : bots[Math.floor(Math.random() * bots.length)];
    if (victim === undefined) continue;
    const index = bots.indexOf(victim);
    victim.isUp = false;
    const before = leader;
    victim.child.kill('SIGKILL');
    const killedAt = performance.now();
    const next = start(victim.port);
    bots[index] = next;
    if (isPolling && (await until(() => leader !== before, 30)))
      longestGap = Math.max(longestGap, performance.now() - killedAt);
    await until(() => bots[index]?.isUp === true, 120);
    if (killed % 10 === 9) process.stderr.write(`${killed + 1} kills, ${restarts} restarts\n`);
  }
  isKilling = false;
})();
let turns = 0;
for (; turns < questions || isKilling; turns += 1) {
  for (let chat = 0; chat < chats; chat += 1) {
    fake.say(1000 + chat, asked[(turns + chat) % asked.length] ?? '');
    await sleep(PAUSE_MILLISECONDS);
  }
}
await killing;
const isDone = await until(
  () => Array.from({ length: chats }, (_, chat) => repliesOf(1000 + chat).length >= turns).every(Boolean),
  300,
);
await sleep(3000);

const result = { lost: 0, twice: 0, outOfTurn: 0 };
for (let chat = 0; chat < chats; chat += 1) {
  let turn = 0;
  const expected = (at: number): string => right[(at + chat) % asked.length] ?? '';
  for (const reply of repliesOf(1000 + chat)) {
    if (reply.includes(expected(turn)) && turn < turns) turn += 1;
    else if (turn > 0 && reply.includes(expected(turn - 1))) result.twice += 1;
    else result.outOfTurn += 1;
  }
  result.lost += turns - turn;
}
const seconds = Math.round((performance.now() - began) / 1000);
process.stdout.write(
  `${JSON.stringify({ messages: chats * turns, killed, restarts, isDone, ...result, seconds, longestGapSeconds: Math.round(longestGap / 100) / 10 })}\n`,
);
for (const { child } of bots) child.kill('SIGTERM');
await Promise.all(
  bots.map(
    ({ child }) => new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null))),
  ),
);
balancer.close();
await fake.close();
process.exitCode = result.lost + result.outOfTurn > 0 || result.twice > killed * chats ? 1 : 0;

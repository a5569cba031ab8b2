import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/database.ts';
import { createSeal } from '../../../src/store/seal-text.ts';
import { createTokenVault } from '../../../src/store/zalo-tokens.ts';
import { startFakeZaloOa } from '../../support/fake-zalo-oa.ts';

const server = process.env.TEST_DATABASE_URL ?? '';
/** `ZALO_EXPIRIES=1000 ZALO_SLOW=2000` runs the size the promise is made for. */
const EXPIRIES = Number(process.env.ZALO_EXPIRIES ?? 30);
const SLOW = Number(process.env.ZALO_SLOW ?? 50);
/** Of a hundred refreshes so many get lost on their way back. */
const LOST = 2;
const why = server === '' ? ' (SKIPPED: needs a server; set TEST_DATABASE_URL to run it)' : '';

type Bot = { child: ChildProcess; answers: string[] };

describe.skipIf(server === '')(`tokens of an OA in several processes${why}`, () => {
  it.each([2, 4])(
    'are refreshed by one of %i, and every lost answer is found out',
    { timeout: 3_600_000 },
    async (processes) => {
      const schema = `test_${randomUUID().replaceAll('-', '')}`;
      const database = await openDatabase({ url: server, directory: null, schema });
      const fake = await startFakeZaloOa();
      const { appId, appSecret, oaId } = fake.account;
      const vault = createTokenVault(database, { oaId, seal: createSeal(null), now: () => new Date() });
      await vault.begin({ accessToken: 'at-1', refreshToken: 'rt-1', expiresAt: new Date(Date.now() + 9e7) });
      fake.oauth.slowMilliseconds = SLOW;
      const script = join(import.meta.dirname, '../../support/zalo-token-process.ts');
      const start = async (): Promise<Bot> => {
        const args = [script, server, schema, fake.roots.oauthRoot, appId, appSecret, oaId];
        const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
        const answers: string[] = [];
        createInterface({ input: child.stdout }).on('line', (line) => answers.push(line));
        while (answers.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
        answers.length = 0;
        return { child, answers };
      };
      const bots = await Promise.all(Array.from({ length: processes }, start));
      let lost = 0;
      for (let round = 0; round < EXPIRIES; round += 1) {
        const generation = (await vault.read())?.generation ?? 0;
        const isLost = round % Math.round(100 / LOST) === 7;
        if (isLost) fake.oauth.faults.push('lose_answer');
        for (const { child } of bots) child.stdin?.write(`${generation}\n${generation}\n`);
        while (bots.some(({ answers }) => answers.length < 2)) await new Promise((resolve) => setTimeout(resolve, 5));
        const got = bots.flatMap(({ answers }) => answers.splice(0).map((line) => JSON.parse(line)));
        if (isLost) {
          lost += 1;
          expect(got.every(({ ok, kind }) => !ok && kind === 'config')).toBe(true);
          expect((await vault.read())?.status).toBe('ambiguous');
          // An administrator consents anew.
          await vault.begin({
            accessToken: 'x',
            refreshToken: fake.oauth.refreshToken(),
            expiresAt: new Date(Date.now() + 9e7),
          });
        } else {
          expect(new Set(got.map(({ token }) => token))).toEqual(new Set([fake.oauth.accessToken()]));
        }
      }
      expect([...fake.oauth.presented.values()].filter((times) => times > 1)).toEqual([]);
      expect(fake.oauth.presented.size).toBe(EXPIRIES);
      process.stdout.write(
        `${processes} processes, ${EXPIRIES} refreshes, ${lost} answers lost and found out, none presented twice\n`,
      );
      for (const { child } of bots) child.stdin?.end();
      await Promise.all(bots.map(({ child }) => new Promise((resolve) => child.once('exit', resolve))));
      await database.query(`drop schema ${schema} cascade`);
      await Promise.all([fake.close(), database.close()]);
    },
  );
});

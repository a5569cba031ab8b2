import { sleep } from '../../src/platforms/sleep.ts';
import { keepTokens } from '../../src/platforms/zalo-oa/keep-tokens.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createSeal } from '../../src/store/seal-text.ts';
import { createTokenVault } from '../../src/store/zalo-tokens.ts';

/**
 * One process of a bot that is told again and again that its token is no good. Arguments: database, schema, root of the fake, app id, app
 * secret, OA, and how often. Each line on stdin is one order; each answer is a line on stdout.
 */
const [url = '', schema = '', oauthRoot = '', appId = '', appSecret = '', oaId = ''] = process.argv.slice(2);
const database = await openDatabase({ url, directory: null, schema });
const now = () => new Date();
const silent = () => undefined;
const tokens = keepTokens({
  app: { oauthRoot, appId, appSecret },
  vault: createTokenVault(database, { oaId, seal: createSeal(null), now }),
  log: { info: silent, warn: silent, error: silent },
  now,
  sleep,
  alerted: silent,
});
process.stdout.write('ready\n');
for await (const chunk of process.stdin) {
  for (const order of String(chunk).split('\n').filter(Boolean)) {
    void tokens.renewed(Number(order)).then((access) => process.stdout.write(`${JSON.stringify(access)}\n`));
  }
}
await database.close();

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', 'deploy');
const units = ['chidao.service', 'chidao-backup.service', 'chidao-backup.timer'];
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe.skipIf(!hasSystemd)('the systemd units (needs systemd-analyze)', () => {
  it('hold nothing that systemd would refuse or ignore', () => {
    const copies = mkdtempSync(join(tmpdir(), 'chidao-units-'));
    for (const name of units) {
      const text = readFileSync(join(folder, name), 'utf8');
      // The program stands elsewhere on this machine.
      writeFileSync(join(copies, name), text.replaceAll('/opt/chidao/node_modules/.bin/node', process.execPath));
    }
    const { status, stderr } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', ...units.map((name) => join(copies, name))],
      { encoding: 'utf8' },
    );
    rmSync(copies, { recursive: true });
    const own = stderr.split('\n').filter((line) => units.some((name) => line.includes(name)));
    expect({ status, own }).toEqual({ status: 0, own: [] });
  });
});

describe('the container files', () => {
  const compose = readFileSync(join(folder, 'compose.yaml'), 'utf8');
  it('give the bot an account of its own at the database, no rights, and no password of the superuser', () => {
    const bot = compose.slice(compose.indexOf('\n  bot:'));
    expect(bot).toMatch(/postgres:\/\/chidao:/);
    expect(bot).not.toMatch(/POSTGRES_PASSWORD/);
    for (const line of ['cap_drop: [ALL]', 'no-new-privileges:true', 'read_only: true']) expect(bot).toContain(line);
  });

  it('run the bot as nobody in particular, and hold no secret', () => {
    const container = readFileSync(join(folder, 'Containerfile'), 'utf8');
    expect(container.lastIndexOf('\nUSER node')).toBeGreaterThan(0);
    expect(`${container}${compose}`).not.toMatch(/(?:PASSWORD|TOKEN|SECRET|KEY)[:=] *[\w"]/);
  });
});

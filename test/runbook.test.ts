import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allCommands } from '../src/cli/all-commands.ts';
import { secretNames, settingNames } from '../src/config.ts';
import { createMetrics } from '../src/http/create-metrics.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const runbook = read('docs/runbook.md');

describe('the runbook', () => {
  it('says of every secret how to change it', () => {
    const rotation = runbook.slice(runbook.indexOf('## Đổi bí mật'));
    expect([...secretNames].filter((name) => !rotation.includes(`\`${name}\``))).toEqual([]);
  });

  it('names as secret whatever sounds like one', () => {
    const sounding = settingNames.filter((name) => /TOKEN|SECRET|KEY|PASSWORD/.test(name) && !/TOKENS/.test(name));
    expect(sounding.filter((name) => !secretNames.has(name))).toEqual([]);
  });

  it('names no measure that does not exist', async () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const code = files.filter((name) => name.endsWith('.ts')).map((name) => read(join('src', name)));
    const known = `${code.join('\n')}\n${await createMetrics(async () => []).text()}`;
    const named = [...runbook.matchAll(/chidao_[a-z_]+/g)].map(([name]) => name.replace(/_bucket$/, ''));
    expect(new Set(named).size).toBeGreaterThan(8);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('names no command and no file that does not exist', () => {
    const commands = [...runbook.matchAll(/`chidao ([a-z-]+)/g)].map(([, name = '']) => name);
    const known = allCommands.map(({ name }) => name);
    expect(commands.filter((name) => !known.includes(name))).toEqual([]);
    const files = [...runbook.matchAll(/(?:deploy|test|docs)\/[\w./-]+\w/g)].map(([path]) => path);
    for (const path of files) expect(() => read(path)).not.toThrow();
  });
});

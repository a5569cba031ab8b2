import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { allCommands } from '../../src/cli/all-commands.ts';
import { type CommandWorld, runCommand } from '../../src/cli/run-command.ts';
import { parseConfig } from '../../src/config.ts';

function worldOf(environment: Record<string, string> = {}) {
  const printed: string[] = [];
  const logged: string[] = [];
  const world: CommandWorld = {
    out: (line) => void printed.push(line),
    log: (line) => void logged.push(line),
    stdin: () => Readable.from([]),
    now: () => new Date('2026-11-22T08:00:00+07:00'),
    config: () => parseConfig(environment),
  };
  return { world, printed, logged };
}

const wrongUsage: [what: string, args: string[], says: RegExp][] = [
  ['no command', [], /Thiếu tên lệnh/],
  ['a command that does not exist', ['fly'], /Không có lệnh «fly»/],
  ['help for a command that does not exist', ['help', 'fly'], /Không có lệnh «fly»/],
  ['an option that does not exist', ['targets', '--colour'], /Không có tùy chọn --colour/],
  ['an option without its value', ['targets', '--document'], /thiếu giá trị/],
  ['an empty --db', ['targets', '--db', ''], /--db thiếu giá trị/],
  ['a word too many', ['deadlines', 'ngày', 'mai'], /Thừa «ngày»/],
];

describe('runCommand', () => {
  it.each(wrongUsage)('exits 2 on %s, with one sentence and nothing on stdout', async (_, args, says) => {
    const { world, printed, logged } = worldOf();
    expect(await runCommand(args, world)).toBe(2);
    expect(printed).toEqual([]);
    expect(logged).toEqual([expect.stringMatching(says)]);
  });

  it('exits 1 on a wrong setting, naming it', async () => {
    const { world, printed, logged } = worldOf({ PORT: 'x' });
    expect(await runCommand(['targets'], world)).toBe(1);
    expect(printed).toEqual([]);
    expect(logged).toEqual([expect.stringMatching(/^Cài đặt PORT sai: /)]);
  });

  it.each([['help'], ['--help'], ['-h']])('%s names every command', async (flag) => {
    const { world, printed } = worldOf();
    expect(await runCommand([flag], world)).toBe(0);
    for (const { name } of allCommands) expect(printed.join('\n')).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });

  it.each(allCommands.map(({ name }) => name))('%s has a help page of its own', async (name) => {
    const { world, printed } = worldOf();
    expect(await runCommand([name, '--help'], world)).toBe(0);
    expect(printed[0]).toMatch(new RegExp(`^chidao ${name}`));
    expect(printed.join('\n')).toContain('--db');
  });
});

import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { DataError, PlatformError, SettingError } from '../domain/errors.ts';
import { allCommands } from './all-commands.ts';
import { type Command, type CommandContext, type CommandInput, OutputClosed, UsageError } from './command.ts';
import { describeUnexpected } from './unexpected.ts';

const everyCommand: ParseArgsOptionsConfig = {
  db: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

const everyCommandHelp = [
  '--db NƠI          thư mục cơ sở dữ liệu nhúng hoặc postgres://… (mặc định: DATABASE_URL, nếu không có thì .chidao/)',
  '--json            mỗi dòng một đối tượng JSON ở đầu ra chuẩn, không có gì khác',
  '-h, --help        hướng dẫn của lệnh',
];

export type CommandWorld = Omit<CommandContext, 'config'> & {
  config(database: string | null): ReturnType<CommandContext['config']>;
};

/** Runs one command line and gives the exit code. Never rejects: whatever goes wrong becomes a sentence on stderr. */
export async function runCommand(args: readonly string[], world: CommandWorld): Promise<number> {
  try {
    const [name, ...rest] = args;
    if (name === undefined) throw new UsageError('Thiếu tên lệnh.');
    if (['help', '--help', '-h'].includes(name)) return await showHelp(rest[0], world);
    const command = await loadCommand(name);
    const { values, positionals } = parseOptions(command, rest);
    if (values.help === true) return await showHelp(name, world);
    if (values.db === '') throw new UsageError('Tùy chọn --db thiếu giá trị.');
    const database = typeof values.db === 'string' ? values.db : null;
    return await command.run({ values, positionals, context: { ...world, config: () => world.config(database) } });
  } catch (error) {
    return explain(error, world);
  }
}

async function loadCommand(name: string): Promise<Command> {
  const entry = allCommands.find((command) => command.name === name);
  if (entry === undefined) throw new UsageError(`Không có lệnh «${name}».`);
  return await entry.load();
}

function parseOptions(command: Command, args: string[]): Pick<CommandInput, 'values' | 'positionals'> {
  const { values, positionals } = parseStrictly(args, { ...everyCommand, ...command.options });
  const extra = positionals[command.maxPositionals];
  if (extra !== undefined) throw new UsageError(`Thừa «${extra}» (nếu là một câu, hãy đặt trong dấu ngoặc kép).`);
  return { values, positionals };
}

function parseStrictly(args: string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(usageSentence(error));
  }
}

/** parseArgs complains in English; its codes are stable, its sentences quote the option. */
function usageSentence(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const option = /'([^']+)'/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Không có tùy chọn ${option}.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `Tùy chọn ${option} thiếu giá trị hoặc thừa giá trị.`;
  return 'Dòng lệnh không đúng.';
}

async function showHelp(name: string | undefined, world: CommandWorld): Promise<number> {
  const lines = name === undefined ? overview() : await commandHelp(name);
  for (const line of lines) world.out(line);
  return 0;
}

function overview(): string[] {
  const width = Math.max(...allCommands.map(({ name }) => name.length)) + 3;
  return [
    'Chỉ Đạo: trợ lý văn bản chỉ đạo, trả lời kèm trích dẫn.',
    '',
    'Cách dùng: npm run --silent chidao -- LỆNH [tùy chọn]',
    '',
    ...allCommands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    'Tùy chọn của mọi lệnh:',
    ...everyCommandHelp.map((line) => `  ${line}`),
    '',
    'Mã thoát: 0 xong, 1 có lỗi, 2 gõ sai lệnh. Xem thêm từng lệnh: chidao help LỆNH',
  ];
}

async function commandHelp(name: string): Promise<string[]> {
  const command = await loadCommand(name);
  const summary = allCommands.find((entry) => entry.name === name)?.summary ?? '';
  return [
    `chidao ${name} ${command.usage}`.trimEnd(),
    '',
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    '',
    ...[...command.help, ...everyCommandHelp].map((line) => `  ${line}`),
  ];
}

function explain(error: unknown, world: CommandWorld): number {
  if (error instanceof OutputClosed) return 0;
  if (error instanceof UsageError) {
    world.log(`${error.message} Xem hướng dẫn: npm run --silent chidao -- help`);
    return 2;
  }
  if (error instanceof DataError) world.log(`${error.file}${error.place ? ` (${error.place})` : ''}: ${error.message}`);
  else if (error instanceof SettingError || error instanceof PlatformError) world.log(error.message);
  else world.log(describeUnexpected(error).line);
  return 1;
}

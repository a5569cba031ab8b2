import type { Config } from '../config.ts';
import { describeConfig, unknownSettings } from '../config.ts';
import { DataError, SettingError } from '../domain/errors.ts';
import { listDeadlines } from '../store/deadlines.ts';
import { findDirectives } from '../store/directives.ts';
import { findFigures } from '../store/figures.ts';
import { loadTables } from '../tables.ts';
import type { Command, CommandContext } from './command.ts';
import { checkEmail } from './doctor/check-email.ts';
import { checkModels } from './doctor/check-models.ts';
import { checkPublicUrl } from './doctor/check-public-url.ts';
import { checkTelegram } from './doctor/check-telegram.ts';
import { checkZalo } from './doctor/check-zalo.ts';
import { type Finding, fail, note, ok } from './doctor/finding.ts';
import { withDatabase } from './with-database.ts';

const marks = { ok: '✓', note: '–', fail: '✗' };

export const doctor: Command = {
  usage: '',
  maxPositionals: 0,
  options: {},
  help: ['Mã thoát 1 khi có chỗ phải sửa.'],
  async run({ values, context }) {
    let failures = 0;
    const tell = (findings: Finding[]): void => {
      for (const finding of findings) {
        if (finding.status === 'fail') failures += 1;
        context.out(values.json ? JSON.stringify(finding) : asText(finding));
      }
    };
    tell([checkNode(), checkTables()]);
    const config = readConfig(context);
    if ('status' in config) tell([config]);
    else {
      tell(checkSettings(config));
      tell([await checkDatabase(config, context)]);
      tell(await checkPublicUrl(config));
      tell(await checkTelegram(config));
      tell(await checkZalo(config, context));
      tell([await checkEmail(config)]);
      tell(await checkModels(config));
    }
    return failures === 0 ? 0 : 1;
  },
};

function asText({ check, status, detail, mend }: Finding): string {
  return `${marks[status]} ${check}: ${detail}${mend ? ` → ${mend}` : ''}`;
}

function checkNode(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  const detail = process.versions.node;
  return major >= 24
    ? ok('Node', detail)
    : fail('Node', detail, 'chạy npm install rồi gọi lệnh qua npm để dùng Node 24');
}

function checkTables(): Finding {
  try {
    loadTables();
    return ok('Bảng dữ liệu', 'đọc được');
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return fail(
      'Bảng dữ liệu',
      `${error.file} ${error.place ?? ''}: ${error.message}`,
      'sửa tệp này hoặc lấy lại từ bản gốc',
    );
  }
}

function readConfig(context: CommandContext): Config | Finding {
  try {
    return context.config();
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    return fail('Cài đặt', error.message, 'sửa trong .env hoặc biến môi trường');
  }
}

function checkSettings(config: Config): Finding[] {
  const unknown = unknownSettings();
  return [
    ok('Cài đặt', describeConfig(config).join('; ')),
    ...(unknown.length > 0
      ? [note('Cài đặt', `không có cài đặt nào tên ${unknown.join(', ')}`, 'kiểm tra lại tên, xem .env.example')]
      : []),
  ];
}

async function checkDatabase(config: Config, context: CommandContext): Promise<Finding> {
  const check = 'Cơ sở dữ liệu';
  try {
    return await withDatabase(context, async (database) => {
      const directives = await findDirectives(database);
      const targets = await findFigures(database, { kinds: ['target'] });
      const deadlines = await listDeadlines(database);
      const where = config.database.url === null ? config.database.directory : 'PostgreSQL';
      const held = `${where}: ${directives.length} văn bản, ${targets.length} chỉ tiêu, ${deadlines.length} thời hạn`;
      return directives.length > 0
        ? ok(check, held)
        : note(check, held, 'nạp bằng chidao ingest, hoặc npm start để nạp bản mẫu');
    });
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    return fail(check, error.message, 'sửa theo câu trên rồi chạy lại');
  }
}

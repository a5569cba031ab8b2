import { loadTables } from '../tables.ts';
import { reminderRules } from '../wiring/reminder-rules.ts';
import { type Command, UsageError } from './command.ts';
import type { Action } from './reminders/action.ts';
import { withDatabase } from './with-database.ts';

/** A new action is one file in `reminders/` and one line here. */
const allActions = new Map<string, () => Promise<Action>>([
  ['list', async () => (await import('./reminders/list-reminders.ts')).listAction],
  ['preview', async () => (await import('./reminders/preview.ts')).previewAction],
  ['add', async () => (await import('./reminders/add.ts')).addAction],
  ['cancel', async () => (await import('./reminders/cancel.ts')).cancelAction],
  ['audit', async () => (await import('./reminders/audit.ts')).auditAction],
  ['override', async () => (await import('./reminders/override.ts')).overrideAction],
  ['link', async () => (await import('./reminders/link.ts')).linkAction],
  ['calendar', async () => (await import('./reminders/calendar.ts')).calendarAction],
  ['picture', async () => (await import('./reminders/calendar.ts')).pictureAction],
  ['feed', async () => (await import('./reminders/calendar.ts')).feedAction],
  ['regime', async () => (await import('./reminders/regime.ts')).regimeAction],
]);

export const reminders: Command = {
  usage:
    'list | preview | add "LỜI NHỜ" | cancel VIỆC | audit TIN | calendar | picture [THÁNG] | feed [off] | regime [CẤP] | override VIỆC KỲ | link NƠI',
  maxPositionals: 3,
  options: {
    chat: { type: 'string' },
    status: { type: 'string' },
    from: { type: 'string' },
    days: { type: 'string' },
    out: { type: 'string' },
  },
  help: [
    'list              việc đang nhắc và tin kế tiếp; --status sent|failed|unknown|…: các tin ở tình trạng ấy',
    'preview           các tin sẽ gửi: --from NGÀY (mặc định bây giờ), --days N (mặc định 30), --chat C',
    'add "LỜI NHỜ"     thêm lời nhắc, ví dụ "nộp báo cáo trước ngày 20 hằng tháng, trước 3 ngày"',
    'cancel VIỆC       thôi nhắc một việc tự đặt (mã ở cột đầu của list)',
    'audit TIN         cả vòng đời một tin nhắc: câu văn gốc, các lượt gửi, biên nhận, xác nhận',
    'calendar          tệp lịch .ics của --chat C, ra --out TỆP hoặc đầu ra chuẩn',
    'picture [THÁNG]   ảnh lịch tháng (2026-11; mặc định tháng này) của --chat C, ra --out TỆP.png',
    'feed [off]        địa chỉ riêng để ứng dụng lịch đọc việc của --chat C; mỗi lần tạo mới thì địa chỉ cũ hết hiệu lực',
    'regime [CẤP]      hạn theo chế độ báo cáo: commune, department hoặc province; sửa trong data/reporting.json',
    'override VIỆC KỲ  ngày của văn bản thay ngày tính theo chế độ báo cáo (commune:monthly; off: thôi)',
    'link NƠI --chat C nơi dự phòng khi không gửi được: email:ten@co-quan.vn, telegram:123, zalo-bot:456',
    '--chat C          một cuộc trò chuyện: telegram:123, hoặc chỉ 123',
  ],
  run({ values, positionals: [name, word = null, more = null], context }) {
    const load = allActions.get(name ?? '');
    if (load === undefined)
      throw new UsageError(name === undefined ? 'Thiếu việc cần làm.' : `Không có «reminders ${name}».`);
    const rules = reminderRules(loadTables());
    return withDatabase(context, async (database) => (await load())({ database, rules, values, word, more, context }));
  },
};

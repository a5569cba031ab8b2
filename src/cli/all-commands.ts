import type { Command } from './command.ts';

/** A new command is one file and one line here. Loaded only when called for, so that a quick command starts quickly. */
export const allCommands: { name: string; summary: string; load: () => Promise<Command> }[] = [
  {
    name: 'start',
    summary: 'khởi động bot (Telegram nếu đã cài đặt, nếu không thì trò chuyện tại đây)',
    load: async () => (await import('./start.ts')).start,
  },
  { name: 'chat', summary: 'trò chuyện tại cửa sổ dòng lệnh', load: async () => (await import('./chat.ts')).chat },
  {
    name: 'ingest',
    summary: 'nạp văn bản chỉ đạo từ tệp, thư mục hoặc đầu vào chuẩn',
    load: async () => (await import('./ingest.ts')).ingest,
  },
  { name: 'ask', summary: 'hỏi một câu hoặc cả một tệp câu hỏi', load: async () => (await import('./ask.ts')).ask },
  {
    name: 'search',
    summary: 'tìm các đoạn văn bản gần câu hỏi nhất',
    load: async () => (await import('./search.ts')).search,
  },
  { name: 'targets', summary: 'in các chỉ tiêu đã đọc được', load: async () => (await import('./targets.ts')).targets },
  {
    name: 'deadlines',
    summary: 'in các thời hạn đã đọc được',
    load: async () => (await import('./deadlines.ts')).deadlines,
  },
  {
    name: 'reminders',
    summary: 'nhắc việc: danh sách, xem trước, thêm, thôi nhắc, kiểm tra từng tin',
    load: async () => (await import('./reminders.ts')).reminders,
  },
  {
    name: 'review',
    summary: 'duyệt, sửa, bác số liệu máy đọc; đọc lại văn bản',
    load: async () => (await import('./review.ts')).review,
  },
  {
    name: 'withdraw',
    summary: 'rút một văn bản nạp nhầm; văn bản nó thay thế có hiệu lực trở lại',
    load: async () => (await import('./withdraw.ts')).withdraw,
  },
  {
    name: 'audit',
    summary: 'nhật ký kiểm tra: xem, và kiểm tra không ai sửa được',
    load: async () => (await import('./audit.ts')).audit,
  },
  {
    name: 'visibility',
    summary: 'đơn vị nào được xem văn bản nào',
    load: async () => (await import('./visibility.ts')).visibility,
  },
  {
    name: 'zalo',
    summary: 'kết nối Zalo OA và xem chi phí tin nhắn',
    load: async () => (await import('./zalo.ts')).zalo,
  },
  {
    name: 'eval',
    summary: 'chấm điểm trên một bộ câu hỏi và chỉ tiêu mẫu',
    load: async () => (await import('./eval.ts')).evaluate,
  },
  {
    name: 'model',
    summary: 'mô hình ngôn ngữ: xem trước những gì sẽ gửi đi, đã gửi những gì',
    load: async () => (await import('./model.ts')).model,
  },
  {
    name: 'embed',
    summary: 'tính vector cho các đoạn văn bản bằng mô hình đã cài đặt',
    load: async () => (await import('./embed.ts')).embed,
  },
  {
    name: 'doctor',
    summary: 'kiểm tra cài đặt, cơ sở dữ liệu, nền tảng và chỉ ra chỗ cần sửa',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'backup',
    summary: 'sao lưu toàn bộ dữ liệu vào một tệp',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    summary: 'khôi phục dữ liệu từ bản sao lưu vào cơ sở dữ liệu trống',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'migrate-to',
    summary: 'chép dữ liệu sang máy chủ PostgreSQL',
    load: async () => (await import('./migrate-to.ts')).migrateTo,
  },
  { name: 'bench', summary: 'đo tốc độ và chất lượng', load: async () => (await import('./bench.ts')).bench },
];

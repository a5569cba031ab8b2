import { localDate } from '../../domain/vietnam-time.ts';
import type { ZaloRoute } from '../../domain/zalo-oa.ts';
import { listMonthCosts, type MonthCost } from '../../store/zalo-ledger.ts';
import type { CommandInput } from '../command.ts';
import { tableLines } from '../print-table.ts';
import { withDatabase } from '../with-database.ts';

const routeNames: Record<ZaloRoute, string> = {
  free: 'trong 48 giờ (miễn phí)',
  billable: 'trong 7 ngày (tính phí)',
  template_uid: 'mẫu tin, theo người dùng',
  template_phone: 'mẫu tin, theo số điện thoại',
  group: 'nhóm của OA',
};
const MONTHS = 6;

/** What the messages of the last months cost, by the way they went. */
export async function showBudget({ values, context }: CommandInput): Promise<number> {
  const config = context.config();
  const today = localDate(context.now());
  return withDatabase(context, async (database) => {
    const costs = await listMonthCosts(database, monthsBefore(today, MONTHS - 1));
    if (values.json) {
      for (const cost of costs) context.out(JSON.stringify(cost));
      return 0;
    }
    const header = ['Tháng', 'Đường gửi', 'Tin', 'Đã nhận', 'Đồng'];
    const lines = costs.length === 0 ? ['Chưa gửi tin nào qua Zalo OA.'] : tableLines([header, ...costs.map(cells)]);
    for (const line of lines) context.out(line);
    const spent = costs
      .filter(({ month }) => month.startsWith(today.slice(0, 7)))
      .reduce((sum, { cost }) => sum + cost, 0);
    const budget = config.settings.ZALO_OA_MONTHLY_BUDGET;
    const limit = budget === undefined ? 'không đặt giới hạn' : `trên ${dong(budget)} đồng`;
    context.out(`Tháng này: ${dong(spent)} đồng, ${limit}.`);
    return 0;
  });
}

function cells({ month, route, messages, received, cost }: MonthCost): string[] {
  const [year = '', number = ''] = month.split('-');
  return [`${number}/${year}`, routeNames[route], dong(messages), dong(received), dong(cost)];
}

function dong(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3}){1,110}$)/g, '.');
}

/** First day of the month so many months before, ISO. */
function monthsBefore(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

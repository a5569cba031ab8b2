import { type Command, UsageError } from './command.ts';
import { login } from './zalo/login.ts';
import { showBudget } from './zalo/show-budget.ts';

const actions = { login, budget: showBudget };

export const zalo: Command = {
  usage: 'login | budget',
  maxPositionals: 1,
  options: { callback: { type: 'string' } },
  help: [
    'login             in liên kết để quản trị OA cấp quyền, rồi nhận địa chỉ hoặc mã mà Zalo trả về (dán vào đây)',
    'budget            tin đã gửi qua Zalo OA sáu tháng gần đây: bao nhiêu tin, theo đường nào, hết bao nhiêu đồng',
    '--callback URL    địa chỉ Zalo trả về sau khi cấp quyền (mặc định PUBLIC_URL/zalo/oauth/callback)',
    'Với cơ sở dữ liệu nhúng, dừng bot trước khi chạy lệnh này.',
  ],
  run(input) {
    const [name = ''] = input.positionals;
    if (name !== 'login' && name !== 'budget') throw new UsageError('Cần zalo login hoặc zalo budget.');
    return actions[name](input);
  },
};

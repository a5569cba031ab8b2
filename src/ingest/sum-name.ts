import { fold } from '../vietnamese/fold.ts';

const area =
  'tinh|thanh pho|tp|huyen|thi xa|thi tran|quan|xa|phuong|dac khu|quoc|nuoc|vung|nganh|truong|khoi|cum|cong ty|tong cong ty|co quan|don vi|dang bo|khu|thon|ban';
const whole = `(?:toan|ca) (?:${area})`;
const sum = new RegExp(
  `^(?:(?:tong|tong so|tong cong|cong|chung|binh quan|binh quan chung)(?: (?:${whole}|(?:(?:cua )?cac|\\d{1,3}) [a-z, ]{1,40}))?|${whole})(?: ?\\([^()]{1,40}\\))?[ :.*]*$`,
);

/**
 * Whether the name of a row says that it sums up the others: "Cộng", "Tổng số", "Cộng toàn huyện", "Toàn tỉnh", "Tổng cộng (I+II)".
 * "Công đoàn", "Tổng thu", "Tổng số hộ" name something of their own.
 */
export const isSumName = (name: string): boolean =>
  name.length <= 80 && sum.test(fold(name).replace(/[*_]/g, '').trim());

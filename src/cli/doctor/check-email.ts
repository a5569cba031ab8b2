import type { Config } from '../../config.ts';
import { checkMailServer } from '../../platforms/email/check-mail-server.ts';
import { type Finding, fail, note, ok } from './finding.ts';

const check = 'Thư điện tử';

/** Whether reminders can go by e-mail. Nothing is sent to anybody. */
export async function checkEmail({ settings }: Config): Promise<Finding> {
  const { SMTP_URL: url, SMTP_FROM: from } = settings;
  if (url === undefined) return note(check, 'chưa đặt', 'muốn có nơi dự phòng là thư thì đặt SMTP_URL và SMTP_FROM');
  if (from === undefined) return fail(check, 'thiếu SMTP_FROM', 'đặt địa chỉ đứng tên gửi');
  const problem = await checkMailServer(url);
  return problem === null
    ? ok(check, `máy chủ nhận, gửi từ ${from}`)
    : fail(check, `máy chủ không nhận (${problem})`, 'kiểm tra SMTP_URL: máy chủ, cổng, tên và mật khẩu');
}

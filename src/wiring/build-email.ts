import type { Config } from '../config.ts';
import { SettingError } from '../domain/errors.ts';
import type { Platform } from '../domain/platform.ts';
import { createEmail } from '../platforms/email/create-email.ts';

/** Mails, for reminders alone; null where no mail server is set. Throws SettingError. */
export function buildEmail({ settings }: Config, now: () => Date): Platform | null {
  const { SMTP_URL: url, SMTP_FROM: from } = settings;
  if (url === undefined) return null;
  if (from === undefined) throw new SettingError('Cài đặt SMTP_FROM thiếu: SMTP_URL cần địa chỉ đứng tên gửi.');
  return createEmail({ url, from, now });
}

import { type Finding, note, ok } from './finding.ts';

/** What a platform says of the webhook it calls, against the one the settings ask for; null: the platform has none. */
export function judgeWebhook(
  check: string,
  { mode, publicUrl, path }: { mode: 'polling' | 'webhook'; publicUrl: string | undefined; path: string },
  registered: { url: string; error?: string | undefined } | null,
): Finding {
  const url = registered?.url ?? '';
  if (mode === 'polling') {
    return url === ''
      ? ok(check, 'nhận tin bằng polling')
      : note(check, 'bot này đang đặt webhook', 'npm start sẽ bỏ webhook để nhận tin bằng polling');
  }
  const wanted = `${(publicUrl ?? '').replace(/(?<!\/)\/+$/, '')}${path}`;
  // What follows the question mark is the bot's own mark, and none of the reader's business.
  if (url.split('?')[0] !== wanted) {
    return note(
      check,
      `webhook chưa đăng ký ${wanted}`,
      'npm start sẽ đăng ký; đang chạy mà vẫn vậy thì xem nhật ký lúc khởi động',
    );
  }
  return registered?.error
    ? note(
        check,
        `webhook đã đăng ký, lần gọi gần nhất lỗi: ${registered.error.slice(0, 120)}`,
        'xem mục Địa chỉ công khai',
      )
    : ok(check, `webhook đã đăng ký: ${wanted}`);
}

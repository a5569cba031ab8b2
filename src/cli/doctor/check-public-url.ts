import type { Config } from '../../config.ts';
import { type Finding, fail, note, ok } from './finding.ts';

const check = 'Địa chỉ công khai';
const TIMEOUT_MS = 10_000;

/** Whether platforms can call the bot back under PUBLIC_URL. Only its own health page is asked for. */
export async function checkPublicUrl({ settings }: Config): Promise<Finding[]> {
  const { PUBLIC_URL: url, TELEGRAM_MODE, ZALO_BOT_MODE, ZALO_OA_APP_ID } = settings;
  const isNeeded = TELEGRAM_MODE === 'webhook' || ZALO_BOT_MODE === 'webhook' || ZALO_OA_APP_ID !== undefined;
  if (url === undefined) {
    return isNeeded
      ? [
          fail(
            check,
            'chưa đặt',
            'webhook và Zalo OA cần PUBLIC_URL, địa chỉ https trỏ về máy này (qua nginx, Caddy hoặc tunnel)',
          ),
        ]
      : [ok(check, 'chưa đặt (không cần khi nhận tin bằng polling)')];
  }
  const isSafe = url.startsWith('https://');
  const unsafe =
    isSafe || !isNeeded
      ? []
      : [fail(check, 'không phải https', 'Telegram và Zalo chỉ gọi về địa chỉ https có chứng thư hợp lệ')];
  return [...unsafe, await reach(url)];
}

async function reach(url: string): Promise<Finding> {
  const address = `${url.replace(/(?<!\/)\/+$/, '')}/healthz`;
  const found = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'manual' }).then(
    async (response) => ({ status: response.status, text: (await response.text()).slice(0, 100).trim() }),
    () => null,
  );
  if (found === null)
    return note(
      check,
      `không tới được ${address}`,
      'chạy bot rồi kiểm tra lại; vẫn vậy thì xem tên miền, chứng thư, tường lửa',
    );
  return found.status === 200 && found.text === 'ok'
    ? ok(check, `${url} tới được bot`)
    : fail(
        check,
        `${address} trả lời mã ${found.status}, không phải của bot`,
        'trỏ proxy về cổng PORT của bot, giữ nguyên đường dẫn',
      );
}

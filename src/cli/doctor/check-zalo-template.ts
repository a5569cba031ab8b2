import { z } from 'zod';
import type { Config } from '../../config.ts';
import { callHttp } from '../../platforms/call-http.ts';
import { type Finding, fail, note, ok } from './finding.ts';

const check = 'Zalo OA';
const answerSchema = z.object({
  error: z.coerce.number(),
  data: z
    .object({ status: z.string().optional(), listParams: z.array(z.object({ name: z.string() })).optional() })
    .optional(),
});

/** Whether the template for reminders after seven days of silence is approved. Nothing is sent. */
export async function checkTemplate({ settings }: Config, accessToken: string): Promise<Finding> {
  const { ZALO_OA_TEMPLATE_ID: id, ZALO_BUSINESS_ROOT: root } = settings;
  if (id === undefined) {
    return note(
      check,
      'chưa đặt mẫu tin',
      'người im lặng quá 7 ngày chỉ nhận được nhắc bằng mẫu: đặt ZALO_OA_TEMPLATE_ID',
    );
  }
  const address = `${root.replace(/(?<!\/)\/+$/, '')}/template/info/v2?template_id=${encodeURIComponent(id)}`;
  const answer = await callHttp(address, { method: 'GET', headers: { access_token: accessToken }, timeoutSeconds: 10 });
  const parsed = answerSchema.safeParse(answer.status === 'answered' ? answer.json : null);
  if (!parsed.success)
    return fail(check, `mẫu tin: không gọi được ${root}`, 'kiểm tra mạng, tường lửa hoặc ZALO_BUSINESS_ROOT');
  const { error, data } = parsed.data;
  if (error !== 0)
    return fail(check, `mẫu tin ${id}: Zalo trả lời mã ${error}`, 'kiểm tra mã mẫu và quyền gửi ZBS của OA');
  const status = data?.status ?? 'không có mẫu này';
  return status === 'ENABLE'
    ? ok(check, `mẫu tin ${id} đã được duyệt: ${(data?.listParams ?? []).map(({ name }) => name).join(', ')}`)
    : fail(check, `mẫu tin ${id}: ${status}`, 'dùng mẫu đã được Zalo duyệt (trạng thái ENABLE)');
}

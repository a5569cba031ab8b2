import { createInterface } from 'node:readline';
import { SettingError } from '../../domain/errors.ts';
import { askConsent, CONSENT_PATH, completeConsent } from '../../platforms/zalo-oa/ask-consent.ts';
import { oaAccount, zaloOaParts } from '../../wiring/build-zalo.ts';
import { type CommandContext, type CommandInput, textOption } from '../command.ts';
import { withDatabase } from '../with-database.ts';

/** Prints the link for the OA's administrator and turns what Zalo gives back into the first pair of tokens. */
export async function login({ values, context }: CommandInput): Promise<number> {
  const config = context.config();
  const account = oaAccount(config);
  if (account === null)
    throw new SettingError('Chưa đặt Zalo OA: xem ZALO_OA_APP_ID và các dòng sau nó trong .env.example.');
  const callback = textOption(values, 'callback') ?? publicCallback(config.settings.PUBLIC_URL);
  const now = () => context.now();
  return withDatabase(context, async (database) => {
    const { roots, vault, consents } = zaloOaParts(config, account, { database, now });
    const app = { oauthRoot: roots.oauthRoot, appId: account.appId, appSecret: account.appSecret };
    const desk = { app, oaId: account.oaId, record: consents, vault, now };
    const link = await askConsent(desk, callback);
    context.out(link);
    context.log('Quản trị OA mở liên kết trên và bấm đồng ý, trong vòng một giờ.');
    context.log('Sau đó dán vào đây cả địa chỉ trang Zalo trả về (hoặc riêng phần code=…), rồi Enter:');
    const before = (await vault.read())?.generation ?? 0;
    const query = readAnswer(await readLine(context), new URL(link).searchParams.get('state') ?? '');
    if (query === null) {
      // The page of a running bot may have taken the answer.
      const isDone = ((await vault.read())?.generation ?? 0) > before;
      context.log(isDone ? 'Đã kết nối Zalo OA.' : 'Chưa có mã: chạy lại lệnh này khi sẵn sàng.');
      return isDone ? 0 : 1;
    }
    const { isDone, message } = await completeConsent(desk, query);
    context.log(isDone ? 'Đã kết nối Zalo OA.' : message);
    return isDone ? 0 : 1;
  });
}

function publicCallback(publicUrl: string | undefined): string {
  if (publicUrl === undefined) {
    throw new SettingError(
      'Cần PUBLIC_URL hoặc --callback: địa chỉ đã khai ở mục Official Account Callback Url của ứng dụng.',
    );
  }
  return publicUrl.replace(/(?<!\/)\/+$/, '') + CONSENT_PATH;
}

/** A whole address, "code=…&state=…", or the bare code of the link just printed; null for nothing. */
function readAnswer(line: string, state: string): URLSearchParams | null {
  const given = line.trim();
  if (given === '') return null;
  if (URL.canParse(given)) return new URL(given).searchParams;
  const query = given.includes('=') ? new URLSearchParams(given) : new URLSearchParams({ code: given });
  if (!query.has('state')) query.set('state', state);
  return query;
}

async function readLine(context: CommandContext): Promise<string> {
  for await (const line of createInterface({ input: context.stdin() })) return line;
  return '';
}

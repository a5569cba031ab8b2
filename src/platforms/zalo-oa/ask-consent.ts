import { randomBytes } from 'node:crypto';
import type { ConsentPage } from '../../domain/platform.ts';
import type { ConsentRecord, TokenVault } from '../../domain/zalo-oa.ts';
import { isSameSecret } from '../same-secret.ts';
import { consentLink, exchangeCode, newVerifier, type OauthApp } from './oauth.ts';

export const CONSENT_PATH = '/zalo/oauth/callback';

export type ConsentDesk = {
  app: OauthApp;
  oaId: string;
  record: ConsentRecord;
  vault: TokenVault;
  now: () => Date;
};

/** The link an administrator of the OA has to open; good for an hour. */
export async function askConsent({ app, record }: ConsentDesk, callback: string): Promise<string> {
  const consent = { state: randomBytes(24).toString('base64url'), verifier: newVerifier() };
  await record.save(consent);
  return consentLink(app, { ...consent, callback });
}

/** What came of a consent; `message` is for whoever gave it. */
export type ConsentEnd = { isDone: boolean; message: string };

/** Takes the answer to a consent (code, state and OA as Zalo hands them back) and stores the first pair of tokens. */
export async function completeConsent(desk: ConsentDesk, query: URLSearchParams): Promise<ConsentEnd> {
  const no = (message: string): ConsentEnd => ({ isDone: false, message });
  const code = query.get('code') ?? '';
  const oaId = query.get('oa_id');
  const verifier = await desk.record.take(query.get('state') ?? '');
  if (verifier === null)
    return no('Liên kết này đã dùng hoặc quá một giờ. Chạy lại chidao zalo login để lấy liên kết mới.');
  if (code === '') return no('Zalo không gửi mã: quyền chưa được cấp. Chạy lại chidao zalo login rồi bấm đồng ý.');
  if (oaId !== null && !isSameSecret(oaId, desk.oaId)) {
    return no('Quyền được cấp cho một OA khác với ZALO_OA_ID. Chọn đúng OA của cơ quan rồi làm lại.');
  }
  const answer = await exchangeCode(desk.app, { code, verifier }, desk.now());
  if (answer.status !== 'issued')
    return no(`Zalo không đổi mã thành token (${answer.reason}). Làm lại từ đầu với liên kết mới.`);
  await desk.vault.begin(answer.pair);
  return { isDone: true, message: 'Đã kết nối Zalo OA. Có thể đóng trang này.' };
}

/** The page Zalo sends the administrator's browser back to. */
export function createConsentPage(desk: ConsentDesk): ConsentPage {
  return {
    path: CONSENT_PATH,
    async complete(query) {
      const { isDone, message } = await completeConsent(desk, query);
      return { status: isDone ? 200 : 400, body: message };
    },
  };
}

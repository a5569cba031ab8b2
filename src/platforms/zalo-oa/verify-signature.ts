import { createHash } from 'node:crypto';
import { isSameSecret } from '../same-secret.ts';

export const SIGNATURE_HEADER = 'x-zevent-signature';

export type SigningKey = { appId: string; oaSecretKey: string };

/**
 * Whether Zalo signed these bytes: plain SHA-256 (no HMAC) over app id, the body as received, its `timestamp` and the OA's secret key, sent as
 * `mac=<hex>`. False for anything malformed.
 */
export function isSigned(
  header: string | undefined,
  signed: { body: Uint8Array; timestamp: string },
  key: SigningKey,
): boolean {
  const given = /^\s*(?:mac=)?([0-9a-f]{64})\s*$/i.exec(header ?? '')?.[1];
  return given !== undefined && isSameSecret(given.toLowerCase(), signatureOf(signed.body, signed.timestamp, key));
}

export function signatureOf(body: Uint8Array, timestamp: string, { appId, oaSecretKey }: SigningKey): string {
  return createHash('sha256').update(appId).update(body).update(timestamp).update(oaSecretKey).digest('hex');
}

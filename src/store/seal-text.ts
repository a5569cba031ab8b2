import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { SettingError } from '../domain/errors.ts';

/** Closes and opens texts at rest with AES-256-GCM. */
export type Seal = { close(text: string): string; open(stored: string): string };

const MARK = 'sealed:1:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** With a secret texts are stored sealed, without one as they are; texts stored before a secret was set are read as they are. */
export function createSeal(secret: string | null): Seal {
  // A fixed salt: the secret is the operator's own long one, and every process has to come to the same key.
  const key = secret === null ? null : scryptSync(secret, 'chidao tokens', 32);
  return {
    close(text) {
      if (key === null) return text;
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return MARK + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open(stored) {
      if (!stored.startsWith(MARK)) return stored;
      try {
        if (key === null) throw new Error('no key');
        const bytes = Buffer.from(stored.slice(MARK.length), 'base64');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        throw new SettingError(
          'CHIDAO_SECRET không mở được token Zalo đã lưu: đặt lại đúng khóa cũ, hoặc chạy chidao zalo login.',
        );
      }
    },
  };
}

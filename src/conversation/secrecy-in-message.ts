import { fold } from '../vietnamese/fold.ts';

/** A stamp typed or pasted into a message: alone in its line, in capitals with its marks. */
const stamp = /(?<!\p{L})(?:TUYỆT MẬT|TỐI MẬT|MẬT)(?!\p{L}|\s+(?:ĐỘ|ONG|KHẨU|MÃ|THIẾT))/u;
const spoken =
  /(?:dong dau|dau|do|muc do|van ban|tai lieu|cong van|ke hoach|quyet dinh|bao cao|noi dung|thong tin) (?:(?:do )?)(?:tuyet mat|toi mat|mat)(?![a-z]| (?:do|ong|khau|ma|thiet))|(?<![a-z])(?:tuyet mat|toi mat)(?![a-z])|so:? ?\d{1,5}\/[a-z-]{2,20} ?\((?:m|tm|tum)\)/;
/** Asking about the law of secrecy is no secret. */
const aboutLaw = /bao ve bi mat|luat bi mat|quy dinh ve (?:bi )?mat/;

/**
 * Whether a message bears or speaks of a mark of state secrecy (Mật, Tối mật, Tuyệt mật), so that it must not be processed, stored or logged.
 * "mật độ dân số", "mật ong", "bảo vệ bí mật nhà nước" do not count.
 */
export function bearsSecrecyMark(text: string): boolean {
  const composed = text.normalize('NFC');
  const isShouting = composed === composed.toUpperCase() && composed.length > 40;
  if (!isShouting && stamp.test(composed)) return true;
  const folded = fold(composed).replace(/\s+/g, ' ');
  return !aboutLaw.test(folded) && hasMarks(composed) && spoken.test(folded);
}

/** "mat" without marks is mostly another word ("mặt", "mát"); "mật" with its marks is meant. */
const hasMarks = (text: string): boolean => /mật/iu.test(text) || /\((?:M|TM|TuM)\)/.test(text);

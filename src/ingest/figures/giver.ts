import type { Clause } from './link-values.ts';
import type { PlainText } from './plain-text.ts';

const body =
  '(?:(?:(?:hoi dong nhan dan|hdnd|uy ban nhan dan|ubnd) )?(?:tinh|thanh pho|huyen|thi xa|xa|phuong)|(?:tinh|thanh|huyen|xa) uy|trung uong|tw|chinh phu|cap tren|dia phuong|don vi|nganh|bo)';
const act = '(?:giao|phan dau|de ra|quyet nghi|dang ky)';
const before = new RegExp(`(?:^|[ ,;:/])(${body} ${act})(?: (?:la|dat|thuc hien|phan dau))* ?$`);
const behind = new RegExp(`^ ?\\((${body} ${act})\\)`);
/** "vượt chỉ tiêu tỉnh giao 5%": whose plan it is measured against, not who sets the value. */
const compared = /(?:chi tieu|ke hoach|du toan|nghi quyet|so voi|muc|von|nhiem vu|duoc) ?$/;

/** Who sets a value, as written, and whether that stands behind the value. */
export type Giver = { words: string; start: number; isBehind: boolean };

/** Who sets one of several values of one thing: "tỉnh giao 95%, huyện phấn đấu 97%", "30.287 người (tỉnh giao)". Null when nobody is named. */
export function giverOf({ text, flat, folded }: PlainText, { quantity, label, region }: Clause): Giver | null {
  const from = label === null ? region.start : label.end + 1;
  const said = before.exec(flat.slice(from, quantity.start))?.[1];
  if (said !== undefined) {
    const start = flat.lastIndexOf(said, quantity.start - said.length);
    return compared.test(flat.slice(from, start))
      ? null
      : { words: text.slice(start, start + said.length), start, isBehind: false };
  }
  const bracket = behind.exec(folded.slice(quantity.end, quantity.end + 48))?.[1];
  if (bracket === undefined) return null;
  const start = folded.indexOf(bracket, quantity.end);
  return { words: text.slice(start, start + bracket.length), start, isBehind: true };
}

const givenBy = / \([^()]*(?:giao|phấn đấu|đề ra|quyết nghị|đăng ký)\)$/iu;

/** "Dân số (tỉnh giao)": the name with who sets this value of it, in the place of who set the value before. */
export const nameWithGiver = (name: string, { words }: Giver): string => `${name.replace(givenBy, '')} (${words})`;

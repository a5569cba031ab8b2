import type { Clause } from './link-values.ts';
import type { Carry, Label } from './named-value.ts';
import type { OwnName } from './own-name.ts';
import type { PlainText } from './plain-text.ts';

const body =
  '(?:(?:(?:hoi dong nhan dan|hdnd|uy ban nhan dan|ubnd) )?(?:tinh|thanh pho|huyen|thi xa|xa|phuong)|(?:tinh|thanh|huyen|xa) uy|trung uong|tw|chinh phu|cap tren|dia phuong|don vi|nganh|bo)';
const act = '(?:giao|phan dau|de ra|quyet nghi|dang ky)';
const named = new RegExp(` ${act}(?![a-z])`);
const before = new RegExp(`(?:^|[ ,;:/])(${body} ${act})(?: (?:la|dat|thuc hien|phan dau))* ?$`);
const behind = new RegExp(`^ ?\\((${body} ${act})\\)`);
/** "vượt chỉ tiêu tỉnh giao 5%": whose plan it is measured against, not who sets the value. */
const compared = /(?:chi tieu|ke hoach|du toan|nghi quyet|so voi|muc|von|nhiem vu|duoc) ?$/;

/** Who sets a value, as written, and whether that stands behind the value. */
export type Giver = { words: string; start: number; isBehind: boolean };

/** Who sets one of several values of one thing: "tỉnh giao 95%, huyện phấn đấu 97%", "30.287 người (tỉnh giao)". Null when nobody is named. */
export function giverOf({ text, flat, folded }: PlainText, { quantity, label, region }: Clause): Giver | null {
  if (!named.test(folded.slice(region.start, quantity.end + 48))) return null;
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
const nameWithGiver = (name: string, { words }: Giver): string => `${name.replace(givenBy, '')} (${words})`;

type Given = { clause: Clause; own: OwnName | null; label: Label | null; carry: Carry };

/** "Dân số: tỉnh giao 30 người, huyện giao 31 người": what the label or the value before names, with who sets this value. Null when nothing is named. */
export function givenName(giver: Giver, { clause, own, label, carry }: Given): OwnName | null {
  const { quantity } = clause;
  const end = giver.isBehind ? giver.start + giver.words.length + 1 : quantity.end;
  if (label !== null) {
    const span = { start: label.span.start, end };
    return { name: nameWithGiver(label.name, giver), span, isLabel: true, isCounted: false };
  }
  const { subject } = carry;
  const name = own?.name.replace(new RegExp(` ?${giver.words}$`, 'u'), '') ?? '';
  const isSame = subject !== null && subject.clause.quantity.unit === quantity.unit;
  if (own !== null && !(own.isCounted && isSame) && (giver.isBehind || (name !== '' && name !== own.name)))
    return { ...own, name: nameWithGiver(name, giver), span: { ...own.span, end } };
  if (!isSame) return null;
  const span = { start: Math.min(subject.span.start, quantity.start), end };
  return { name: nameWithGiver(subject.name, giver), span, isLabel: true, isCounted: false };
}

import { type Clause, comesFirst, type Linking } from './link-values.ts';
import { beginsName, beginsWithNoun } from './name-opening.ts';
import type { Label } from './named-value.ts';
import type { PlainText, Span } from './plain-text.ts';
import { type Head, readHead } from './read-head.ts';
import { readTail } from './read-tail.ts';

/** A name that stands in the clause of its value. `isLabel`: it is the label before the colon; `isCounted`: it is what is counted. */
export type OwnName = { name: string; span: Span; isLabel: boolean; isCounted: boolean };

const multiples = /^(?:(?:trăm|chục|nghìn|ngàn|triệu|tỷ|tỉ|vạn)\s+)+/iu;

/** The labels of a clause, outermost first ("Về kinh tế: Thu ngân sách: …"); empty when it has none. */
export function labelsOf({ plain, mentions }: Linking, { label }: Clause): Label[] {
  if (label === null) return [];
  const found: Label[] = [];
  let start = label.start;
  for (let at = label.start; at <= label.end; at++) {
    if (at < label.end && plain.flat.charAt(at) !== ':') continue;
    const { name } = readHead(plain, { start, end: at }, mentions);
    if (name.end > name.start && !isProvision(plain.flat.slice(name.start, name.end))) found.push(labelAt(plain, name));
    start = at + 1;
  }
  return found;
}

/** "Khoản 1 được điều chỉnh: …": where something stands in a document, and no name. */
const isProvision = (folded: string): boolean => /^(?:dieu|khoan|diem|muc) (?:\d{1,3}|[a-z])(?![a-z\d])/.test(folded);

export const labelAt = (plain: PlainText, span: Span): Label => ({
  name: plain.text.slice(span.start, span.end),
  folded: plain.flat.slice(span.start, span.end),
  span,
});

const bareBody = /^(?:toàn )?(?:xã|phường|huyện|tỉnh|thành phố|thị xã|nhà trường|trường|đơn vị|ngành)$/iu;

/** The name in the clause itself: before the value, behind it, or as its label; null when nothing there names it. */
export function ownName(linking: Linking, clause: Clause, label: Label | null): OwnName | null {
  const { plain, mentions } = linking;
  const { head, quantity, tail } = clause;
  const grade = gradeOf(plain, clause);
  if (grade !== null) return grade;
  const isCounting = quantity.kind === 'count' || quantity.kind === 'rate';
  const said = plain.text.slice(head.name.start, head.name.end);
  // "Xã đạt 19/19 tiêu chí": who has it says nothing of what is counted.
  const before = isCounting && /^dat/.test(head.verbs[0] ?? '') && !head.isDenied && bareBody.test(said) ? '' : said;
  const isFirst = comesFirst(plain, clause) || isRunningTotal(before) || (isCounting && ofEach.test(before));
  const behind = isFirst
    ? readTail(plain, { ...tail, isCounted: isCounting || head.isPart }, mentions)
    : { start: tail.start, end: tail.start };
  const words =
    purposeOf(plain, clause, before) ?? withoutBound(plain.text.slice(behind.start, behind.end), quantity.valueText);
  const named = countedName(quantity);
  const isRank = quantity.unit === 'thứ hạng' && /^(?:trong|về|của) /u.test(words);
  const counted = isRank ? quantity.unit : words === '' && /^(?:chỉ tiêu|kế hoạch)$/iu.test(named) ? '' : named;
  const span = {
    start: before === '' ? quantity.start : head.name.start,
    end: words === '' ? quantity.end : behind.end,
  };
  if (/ nay$/.test(plain.flat.slice(head.name.start, head.name.end))) return null;
  if (before !== '') {
    return { name: joined(head, before, { isFirst, counted, words }), span, isLabel: false, isCounted: false };
  }
  const isAction = label !== null && beginsName(label.folded) && !beginsWithNoun(label.folded);
  // "Cơ sở lưu trú và hạ tầng: có 150 cơ sở lưu trú": what there is so many of is named by itself.
  const isHeld = head.verbs[0] === 'co' && counted !== '' && !isAction && label !== null && !/^so /.test(label.folded);
  if (label !== null && words === '' && !isHeld && (quantity.kind !== 'rate' || beginsWithNoun(label.folded))) {
    const name =
      isAction && counted !== '' && !label.name.toLowerCase().includes(counted.toLowerCase())
        ? `${label.name} ${counted}`
        : label.name;
    return { name, span: { start: label.span.start, end: quantity.end }, isLabel: true, isCounted: false };
  }
  if (label !== null && /^đối với /u.test(words))
    return {
      name: `${label.name} ${words}`,
      span: { ...span, start: label.span.start },
      isLabel: false,
      isCounted: false,
    };
  if (words === '' && counted === '') return null;
  const verb = quantity.kind === 'percent' ? (changeVerbs[head.verbs[0] ?? ''] ?? '') : '';
  const done = words === '' && head.verbs.includes('hoan thanh') ? 'hoàn thành' : verb;
  const name = [done, counted, words].filter((part) => part !== '').join(' ');
  return { name, span, isLabel: false, isCounted: counted !== '' };
}

/** "Bố trí ít nhất 3% tổng chi ngân sách hằng năm cho khoa học, công nghệ": what is set aside is named by what it is for. Null elsewhere. */
function purposeOf({ flat, text }: PlainText, { quantity, tail }: Clause, before: string): string | null {
  if (!/^(?:bố trí|dành|phân bổ|trích|chi|đầu tư)$/iu.test(before)) return null;
  const purpose = /^ (?:(?:hang|moi) nam )?(?=(?:cho|de) [a-z§])/.exec(flat.slice(quantity.end, tail.end));
  if (purpose === null) return null;
  const from = quantity.end + purpose[0].length;
  return text
    .slice(from, tail.end)
    .replace(/[;.].*$/su, '')
    .trim()
    .slice(0, longestPurpose);
}
const longestPurpose = 160;

/** "Kết quả học tập: Tốt 24%, Đạt 22%, Chưa đạt dưới 1%": a grade with a capital within a list is a name, not a verb. Null for anything else. */
function gradeOf({ text }: PlainText, { quantity }: Clause): OwnName | null {
  const head = text.slice(Math.max(0, quantity.numberStart - 40), quantity.numberStart);
  const grade = /[,;] ((?:Chưa |Không )?[Đđ]ạt) (?:(?:dưới|trên|từ|không quá|khoảng) )?$/u.exec(head);
  const name = grade?.[1];
  if (grade === null || name === undefined || name.startsWith('đ')) return null;
  const start = quantity.numberStart - head.length + grade.index + 2;
  return { name, span: { start, end: quantity.end }, isLabel: false, isCounted: false };
}

/** "từ 4 hợp tác xã … trở lên": the end of the bound is no part of the name. */
const withoutBound = (words: string, valueText: string): string =>
  /^từ\s/iu.test(valueText) ? words.replace(/\s+trở lên(?=\s|$)/u, '') : words;

/** What a count counts ("triệu lượt khách" → "lượt khách"), and what a percentage is of where its unit says so ("% dân số"). */
function countedName({ kind, unit }: Clause['quantity']): string {
  if (kind === 'count') return unit.replace(multiples, '');
  if (kind === 'rate') return unit.startsWith('/') ? '' : unit.replace(multiples, '').replace(/\/năm$/u, '');
  return kind === 'percent' && /^%\s+(?:dân số|chỉ tiêu|kế hoạch)$/iu.test(unit) ? unit.slice(1).trim() : '';
}

/** A change said before the value belongs to the name of what follows it: "giảm 4% hộ nghèo". */
const changeVerbs: Record<string, string> = {
  giam: 'giảm',
  tang: 'tăng',
  'cat giam': 'cắt giảm',
  'keo giam': 'kéo giảm',
};

/** "lũy kế 43 xã đạt chuẩn …" names nothing before the value. */
const isRunningTotal = (before: string): boolean => /^lũy kế$/iu.test(before);

/** "Mỗi xã có ít nhất 01 mô hình kinh tế": so many of something for each. */
const ofEach = /^(?:bình quân )?mỗi /iu;

type Behind = { isFirst: boolean; counted: string; words: string };

function joined(head: Head, before: string, { isFirst, counted, words }: Behind): string {
  if (isRunningTotal(before)) return `${[counted, words].filter((part) => part !== '').join(' ')} (lũy kế)`;
  if (ofEach.test(before) && counted !== '')
    return ['số', counted, words, before.charAt(0).toLowerCase() + before.slice(1)]
      .filter((part) => part !== '')
      .join(' ');
  if (!isFirst || head.startsWith === 'noun') return /^(?:cho|để) /u.test(words) ? `${before} ${words}` : before;
  // "giải quyết việc làm mới 15.000 lao động": the work itself is named; whom it is for adds nothing.
  const isNamed = /việc làm(?: mới| tăng thêm)?$/iu.test(before);
  const isSaid = before.toLowerCase().endsWith(` ${counted}`);
  const parts = [isSaid || (isNamed && words === '') ? '' : counted, words].filter((part) => part !== '');
  if (parts.length > 0 && head.verbs.includes('cho')) parts.unshift('cho');
  if (parts.length > 0 && head.isWith) parts.unshift('với');
  return [before, ...parts].join(' ');
}

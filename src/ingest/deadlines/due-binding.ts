import type { BoundDue, DueBinding } from './bound-due.ts';
import type { FoundTerm } from './due-term.ts';

const hourPattern =
  /(\d{1,2}) ?(?:gio|h|:|g) ?(\d{2})?(?: ?phut|['’′])?(?: (?:sang|trua|chieu|toi))?,? ?(?:(?:ngay )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),? ?\(? ?)?$/;

export const withoutHour = (text: string): string => text.replace(hourPattern, '');

/** "vào chiều thứ Năm" */
const partOfDay = / (?:buoi )?(?:sang|chieu)(?: ngay)?$/;

/** "trước thứ Sáu (ngày 20/3)", "trước dịp Quốc khánh 2/9", "trước các ngày 15/3, 15/6" */
const dayBefore =
  / (?:(?:ngay )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),? ?\(?|cac|(?:ngay |dip |le |nghi |dip ky niem )*(?:quoc khanh|dip|le)(?: \()?)$/;

const bindings: readonly (readonly [DueBinding, RegExp])[] = [
  ['before', /(?<![a-z])(?:truoc(?: thoi diem| thoi han)?|cham nhat(?: la)? truoc)$/],
  [
    'by',
    /(?<![a-z])tu (?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})? ?[-–]$|(?<![a-z])(?:cham nhat(?: (?:la|den|vao|het|den het|trong))?|muon nhat(?: (?:la|den|vao|het))?|khong (?:cham|muon|tre) (?:hon|qua)|khong qua|(?:cho )?den het|(?<!tinh )den|(?<!ket )het|ket thuc(?: vao| truoc)?|toi|truoc va trong|(?<=(?<![a-z])han [a-z ]{0,40})la|han(?: cuoi| chot| nop| gui| bao cao)?(?: cung)?:?|thoi han(?: [a-z ]{1,30})?:|(?:thoi (?:gian|diem)|tien do) (?:hoan thanh|hoan tat|gui|nop|bao cao|trinh|ban hanh)(?: [a-z ]{1,30})? ?:|den cuoi|cuoi|vao cuoi)$/,
  ],
  [
    'within',
    /(?<![a-z])(?:trong(?: thoi gian| nua dau| tuan (?:dau|cuoi|thu [a-z0-9]+)(?: cua)?)?|giua|ngay trong|noi trong|: ?hoan thanh)$/,
  ],
  [
    'on',
    /(?<![a-z])(?:vao(?: dau)?|dau|dinh ky|hang thang|hang tuan|:)$|(?<![a-z])tai (?:cuoc hop|phien hop|hoi nghi|ky hop)(?: [a-z]+){0,4}$/,
  ],
];

/** "chuyển thời hạn từ ngày 05/12 thành ngày 20/12": the day that takes the place of another. */
const moved =
  /(?<![a-z])(?:lui|doi|gia han|dieu chinh|chuyen|keo dai|thay doi)(?! [^;.]{0,40};)[^;.]{0,45} (?:thanh|sang) $/;

/** The binding word right before a date, an hour between them passed over. */
export function bindingBefore(
  folded: string,
  { term, start, end }: FoundTerm,
): Pick<BoundDue, 'binding' | 'hour' | 'start'> | null {
  const before = folded.slice(Math.max(0, start - 60), start);
  const hour = hourPattern.exec(before.trimEnd() === before ? `${before} ` : before);
  const said = (hour === null ? before : before.slice(0, hour.index)).trimEnd();
  const head = said.replace(term.kind === 'weekday' ? partOfDay : dayBefore, '');
  for (const [binding, pattern] of bindings) {
    const match = pattern.exec(head);
    if (match === null) continue;
    if (binding === 'on' && term.kind !== 'weekday' && match[0] !== 'vao' && term.kind !== 'day') continue;
    return { binding, hour: hourOf(hour), start: start - before.length + match.index };
  }
  if (moved.test(before)) return { binding: 'by', hour: hourOf(hour), start };
  // "Quý III/2026 trình Đề án …": a stretch of time that opens its clause.
  const isStretch = (term.kind === 'quarter' || term.kind === 'month') && term.year !== null;
  if (start <= 1 && isStretch && /^ [a-z]{2}/.test(folded.slice(end))) return { binding: 'within', hour: null, start };
  // "Tháng 02/2026: Ban hành kế hoạch", a line of a timetable.
  const isStretchOf = term.kind === 'year' || term.kind === 'month' || term.kind === 'quarter';
  if (isStretchOf && /(?<![a-z])(?:hoan thanh|hoan tat|xong|khoi cong|khanh thanh) $/.test(before))
    return { binding: 'within', hour: null, start };
  const isTimetable = term.kind === 'quarter' || term.kind === 'month';
  const behind = folded.slice(end, end + 300);
  if (start <= 1 && isTimetable && /^ ?: ?[a-z]{2}/.test(behind) && !/ (?:truoc|cham nhat|den het) /.test(behind))
    return { binding: 'within', hour: null, start };
  if (start <= 1 && term.kind === 'day' && /^ (?:se )?la (?:thoi )?han /.test(folded.slice(end)))
    return { binding: 'by', hour: null, start };
  if (term.kind === 'month' && /: $/.test(before)) return { binding: 'within', hour: null, start };
  if ((start === 0 || before.endsWith('(')) && term.kind === 'day' && term.place !== null)
    return { binding: 'on', hour: null, start };
  if (
    term.kind === 'weekday' &&
    /^ ?(?:hang|moi|trong|cua) tuan/.test(folded.slice(start).replace(/^thu \S+|^chu nhat/, ''))
  ) {
    return { binding: 'on', hour: hourOf(hour), start: hour === null ? start : start - before.length + hour.index };
  }
  return null;
}

function hourOf(match: RegExpExecArray | null): string | null {
  if (match?.[1] === undefined || Number(match[1]) > 24) return null;
  return `${match[1].padStart(2, '0')}:${match[2] ?? '00'}`;
}

/** "trước ngày 01/6 và 15/11": the second date is bound as the first. */
export function carriedBinding(
  folded: string,
  { term, start }: FoundTerm,
  last: BoundDue | undefined,
): Pick<BoundDue, 'binding' | 'hour' | 'start'> | null {
  if (last === undefined || last.term.kind !== term.kind || start < last.end) return null;
  const between = folded.slice(last.end, start);
  return /^(?: ?\([^)]{0,40}\))?(?:[,;]| va|, va| hoac)(?: truoc)? ?(?:ngay )?$/.test(between)
    ? { binding: last.binding, hour: last.hour, start }
    : null;
}

import type { Locality } from '../../domain/locality.ts';
import type { Period } from '../../domain/period.ts';
import { fold } from '../../vietnamese/fold.ts';
import { findPeriods } from '../../vietnamese/period.ts';
import { untilPeriod } from '../../vietnamese/period-forms.ts';
import type { ClauseKind } from './clause-kind.ts';

/** What a column of a table holds, told by its header. `entity`: the names of places or bodies the row is for. */
export type Column =
  | { role: 'number' | 'name' | 'entity' | 'unit' | 'idle' }
  | { role: 'value'; kind: Exclude<ClauseKind, 'none'>; period: Period | null; header: string; isGoal: boolean };

/** A column of values: what it holds, the name of its indicator where the header says one, and the place where that names one. */
export type ValueColumn = Extract<Column, { role: 'value' }> & {
  at: number;
  name: string;
  /** The name this column is a part of ("Trong đó" over it), or null. */
  parent: string | null;
  locality: Locality | null;
  /** What tells it from other goals of the same time in a table of indicators ("Diện tích", "Sản lượng"); empty when nothing need. */
  suffix: string;
  /** The unit its header, or the one over it, has in brackets; empty for none. */
  unit: string;
};

/** A sign of the first row may be taken for a part of the header above it. */
const number = /^(?:stt|tt|so tt|so thu tu|#|no)\.?(?: \S{1,3})?$/;
const unit = /^(?:don vi tinh|dvt|d\.v\.t|don vi \(?tinh\)?|don vi do)|^don vi$/;
const entity =
  /^(?:cac )?(?:xa|phuong|khu vuc|vung|dia phuong|huyen|thanh pho|tinh|ten (?:xa|don vi|dia phuong|huyen|truong)|don vi (?:hanh chinh|thuc hien|duoc giao)|so, (?:ban|nganh)|co quan, don vi|quan, huyen)/;
const name =
  /^(?:ten )?(?:cac )?(?:chi tieu|noi dung|muc tieu|tieu chi|danh muc|linh vuc|ten chi tieu|nhom chi (?:tieu|so)|chi so(?! (?:gia|nam|den))|kpis?(?![a-z])|san pham|hang muc)/;
const idle =
  /ghi chu|giai thich|dien giai|^mo ta|cach (?:tinh|xac dinh|do)|phuong phap|cong thuc|chu tri|phoi hop|thoi gian|thoi han|co quan|don vi thuc hien|so sanh|so voi|tang\W{0,8}giam|ty le.{0,12}hoan thanh|dat ty le|\(?%\)? so|kh\/th|th\/kh|kinh phi|nguon von|du toan(?! thu(?![a-z]))|ket qua dau ra|san pham dau ra|can cu|don vi theo doi|ma so|diem (?:toi da|chuan|cham|thuong|tru|so|tu cham)|thang diem|^(?:so )?diem$|ngay (?:ban hanh|thang)|ngay (?:[a-z]+ ){0,5}(?:hoan thanh|gui|nop)|so (?:hieu|, ky hieu|van ban)|dien thoai/;
const estimated = /(?<![a-z])uoc|(?<![a-z])uth/;
const done =
  /thuc hien|ket qua|hien trang|da dat|(?<![a-z])th(?![a-z])|dau ky|thuc trang|co den|(?<!thang |phan )dau nam/;
const planned =
  /ke hoach|chi tieu|muc tieu|phan dau|giao|(?<![a-z])kh(?![a-z])|den nam|du kien|den het|lo trinh|cam ket|dang ky|(?<![a-z])ca nam(?![a-z])/;

/** "Kế hoạch thực hiện", "Mục tiêu thực hiện đến năm 2025": to be done yet. */
const intended = /ke hoach|chi tieu|muc tieu|phan dau|du kien|lo trinh|cam ket|dang ky|dau ra|mong doi|can dat/;

/** Over before the plan begins; a school year is, when it began in a year before. */
function isBefore(period: Period, planYear: number): boolean {
  const day = period.text.startsWith('năm học') ? period.from : period.to;
  return day !== null && Number(day.slice(0, 4)) < planYear;
}

/** "Có mặt 30/11/2025": counted on a day before the plan begins. */
const isDayBefore = (header: string, planYear: number | null): boolean =>
  planYear !== null && Number(/\d{1,2}[/-]\d{1,2}[/-](\d{4})/.exec(header)?.[1] ?? planYear) < planYear;

/** A header that "Ghi chú" of an empty column beside it ran into. */
const withoutNotes = (header: string): string =>
  /\S\s+ghi chú(?!\p{L})/iu.test(header) ? header.replace(/(?<!\s)\s+ghi chú(?!\p{L})/iu, '') : header;

/** The role of a column, from its headers read downwards. `planYear`: first year the document governs; earlier years are no goals. */
export function readColumn(said: string, planYear: number | null): Column {
  const header = withoutNotes(said);
  const folded = fold(header).replace(/\s+/g, ' ').trim();
  if (number.test(folded)) return { role: 'number' };
  if (unit.test(folded)) return { role: 'unit' };
  const period = lastDay(header, planYear) ?? headerPeriod(header);
  const isPast = period !== null && planYear !== null && isBefore(period, planYear);
  const value = (kind: Exclude<ClauseKind, 'none'>, isGoal: boolean): Column => ({
    role: 'value',
    kind,
    period,
    header,
    isGoal,
  });
  if (idle.test(folded)) return { role: 'idle' };
  if (estimated.test(folded)) return value('estimate', false);
  if (isDayBefore(header, planYear) && !planned.test(folded)) return value('observation', false);
  if (done.test(folded) && (isPast || !intended.test(folded))) return value('observation', false);
  if (period === null && name.test(folded)) return { role: 'name' };
  if (period === null && entity.test(folded)) return { role: 'entity' };
  if (isPast) return planned.test(folded) ? { role: 'idle' } : value('observation', false);
  return value('target', planned.test(folded) || period !== null);
}

/** "Đến 31/3" in a plan of 2026, "đến hết ngày 31/01/2027": by that day. Null when the header ends in none. */
function lastDay(header: string, planYear: number | null): Period | null {
  const [, day, month, said] = /đến (?:hết )?(?:ngày )?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/iu.exec(header) ?? [];
  const year = said ?? planYear;
  if (day === undefined || month === undefined || year === null || Number(month) > 12 || Number(day) > 31) return null;
  const to = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { text: `đến ${Number(day)}/${Number(month)}/${year}`, kind: 'until', from: null, to };
}

/** The period a header names; "Mục tiêu đến năm 2030" is "đến 2030". Null when it names none. */
function headerPeriod(header: string): Period | null {
  const last = findPeriods(header.replace(/(?<=\p{L})(?=(?:19|20)\d\d(?!\d))/gu, ' ')).at(-1);
  if (last === undefined) return null;
  const isEnd = last.period.kind === 'year' && /đến\s*$/iu.test(header.slice(0, last.start));
  return isEnd ? untilPeriod(Number(last.period.text)) : last.period;
}

import { countedUnit } from './counted-unit.ts';
import { namedByUnit, unitOfHeader, withoutUnit } from './header-unit.ts';
import type { ValueColumn } from './table-columns.ts';

const total =
  /^(?:tổng (?:số|cộng)|tổng|cộng|chung|số lượng|chỉ tiêu|kế hoạch|mục tiêu|giao|chỉ tiêu giao|kế hoạch giao|(?:chỉ tiêu |kế hoạch )?cả năm)?$/iu;

/** Whether a header says of its column no more than that it is all of it, or that it is handed out. */
export const isTotalName = (name: string): boolean => total.test(name);

const amongThem = /^(?:trong (?:số )?đó|chia ra|bao gồm|gồm)\s*:?\s*(?:\([^()]{1,24}\)\s*)?/iu;

/** Names columns by their headers; bare ones by what the caption names, and those under "Trong đó" as parts of the column before them. */
export function nameColumns(values: ValueColumn[], captioned: string): void {
  let whole: ValueColumn | null = null;
  for (const column of values) {
    column.unit = unitOfHeader(column.header);
    const said = namedByUnit(withoutPeriod(column.header), column.unit);
    const part = partOf(said, whole) ?? (whole !== null && bareRate.test(said) ? said : null);
    if (part !== null) {
      column.parent = whole?.name ?? null;
      column.name = whole === null ? part : `${whole.name} - ${part}`;
      if (whole?.unit === '' && column.unit !== '%') whole.unit = column.unit;
    } else if (whole !== null && isKindOf(said, whole, captioned)) {
      column.parent = whole.name;
      column.name = `${whole.name} - ${said}`;
    } else {
      column.name = total.test(said) && captioned !== '' ? captioned : said.replace(allOfIt, '');
      // "Sản phẩm OCOP 3 sao" behind "Sản phẩm OCOP": counted in the same.
      if (column.unit === '' && whole !== null && said.startsWith(`${whole.name} `))
        column.unit = whole.unit || countedUnit(whole.name);
      else whole = column;
    }
  }
  countPeople(values);
}

/** Behind the total of what the line above names, short words without a unit are kinds of it: "Tổng số | Quân đội | Công an", "Đợt 1". */
const isKindOf = (said: string, whole: ValueColumn, captioned: string): boolean =>
  captioned !== '' &&
  whole.name === captioned &&
  whole.unit === '' &&
  /^(?:\p{L}+\s+){0,2}(?:\p{L}+|\d)$/u.test(said) &&
  !ownThing.test(said);

const ownThing =
  /^(?:số|tỷ lệ|tỉ lệ|diện tích|năng suất|sản lượng|giá trị|doanh thu|tăng|giảm|còn|thu|chi|điểm|xếp)(?!\p{L})/iu;

/** "Phát triển đoàn viên" over "Tổng số". */
const allOfIt = /(?<!\s)\s+(?:tổng (?:số|cộng)|chung)$/iu;
const within = /(?<!\s)\s+(?:trong (?:số )?đó|chia ra|bao gồm)\s*:?\s+(?=\p{L})/iu;

/** "Số hộ nghèo | Tỷ lệ (%)": of what stands before it. */
const bareRate = /^(?:tỷ|tỉ) (?:lệ|trọng)$/iu;

/** What a header says of a part, under "Trong đó" by itself or beside the whole under one header; null for a whole. */
function partOf(said: string, whole: ValueColumn | null): string | null {
  const part = said.replace(amongThem, '');
  if (part !== said) return part;
  const [head, inner] = said.split(within);
  return inner !== undefined && head === whole?.name ? inner : null;
}

const numberOf = /(?<!\s)\s+(?:SL|số lượng)$/iu;

/** "Số học sinh | Tốt: SL, %": a column headed "SL" counts what the column before it counts. */
function countPeople(values: readonly ValueColumn[]): void {
  let counted = '';
  for (const column of values) {
    const isNumber = numberOf.test(column.name);
    if (isNumber && counted !== '' && column.unit === '') {
      column.unit = counted;
      column.name = column.name.replace(numberOf, '');
    } else if (!isNumber) counted = countedUnit(column.name).replace('%', '') || counted;
  }
}

const asksOnly =
  /^(?:(?:nghị quyết|hđnd|ubnd|tỉnh|huyện|xã|phường|trung ương|tw|bộ|cấp trên)\s*)*(?:giao|phấn đấu|đăng ký|kế hoạch|KH)?$/iu;

/** Several goals of the same time and place in a row ("Diện tích | Năng suất | Sản lượng") are told apart by their headers. */
export function tellApart(values: ValueColumn[]): void {
  const groups = Map.groupBy(
    values.filter(({ kind, locality }) => kind === 'target' && locality === null),
    ({ period }) => period?.text ?? '',
  );
  for (const columns of groups.values()) {
    if (columns.length < 2) continue;
    for (const column of columns) {
      const said = withoutPeriod(column.header);
      const part = said.replace(amongThem, '');
      if (part !== said || (!total.test(said) && !asksOnly.test(said) && column.period?.text !== said))
        column.suffix = part;
    }
  }
}

/** A header without the time its column is for, and without the unit it has in brackets. */
export const withoutPeriod = (header: string): string =>
  withoutUnit(header)
    .replace(
      /(?:Kế hoạch|Chỉ tiêu|Mục tiêu|Phấn đấu|Giao|(?<!\p{L})KH)(?: giao)?(?: thực hiện)?(?: đến)?(?: năm)? \d{4}(?:\s*[-–]\s*\d{4})?\s*/giu,
      '',
    )
    .replace(
      /^(?:(?:đến|tính đến|trong|lũy kế) )?(?:hết )?(?:quý (?:[IV]{1,3}|[1-4])|(?:0?6|0?9) tháng(?: đầu năm)?|cả năm)(?:[\s/]+(?:năm )?\d{4})?(?=$|\s*\()/iu,
      '',
    )
    .replace(/(?:lũy kế |luỹ kế )?(?:tính )?đến (?:hết )?(?:ngày )?\d{1,2}\/\d{1,2}(?:\/\d{4})?$/iu, '')
    .replace(/(?:(?:chỉ tiêu|kế hoạch) )?(?:trong )?năm học \d{4}\s*[-–]\s*\d{4}\s*/iu, '')
    .replace(/(?:đến |trong |(?:cuối|hết) )?(?<!đầu )năm \d{4}/giu, '')
    .replace(/^(?:Chỉ tiêu|Kế hoạch) (?:giao )?(?=\p{L}+\s+\p{L})/iu, '')
    .replace(/(?<!\s)\s*\([^()]{1,24}\)\s*$/u, '')
    .replace(/(?<![\d/.-])(?:19|20)\d\d$/u, '')
    .trim();

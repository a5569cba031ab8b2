import type { Quantity } from '../../vietnamese/quantity.ts';
import type { PlainText } from './plain-text.ts';

/** Units that qualify what is counted ("trẻ dưới 5 tuổi", "đạt 3 sao trở lên") unless the indicator is about them. */
const qualifying: readonly [unit: RegExp, about: RegExp][] = [
  [/^tuổi/iu, /tuoi tho|tuoi/],
  [/^sao/iu, /(?!)/],
  [
    /^(?:ngày|giờ|phút)(?!.*\/)(?! (?:phim|học|giảng|phát))/iu,
    /du (?:dung|tru|an)|un tac|thoi gian|rut ngan|giam|cat giam|co mat|(?:^|[^a-z])ngay [a-z]{2,}[^;.]{0,80}$/,
  ],
  [/^lần(?!.*\/)/iu, /tang|gap|con|bang|giam|cao hon|he so|chenh lech|muc huong/],
];

const verbBefore = /(?:dat|la|con|bang|tren|duoi|hon|muc|xuong|len|khoang|tu|qua|thieu|nhat|:|=|≥|≤|>|<) ?$/;
/** "Số giường bệnh/vạn dân: 36,5, trong đó: công lập 34,8; ngoài công lập 1,7": the parts of a bare number are bare too. */
const bareParts =
  /^ ?(?:trong (?:so )?do|bao gom|(?<!thu )gom)[:,]? [^.;]*[a-z§] ?$|[:=] ?\d[\d.,]*[,;]? ?\(?trong do:?[^.]*[a-z§] ?$/;
/** "xuống 12,5 vào năm 2025 và 10 vào năm 2030" */
const atNextTime = /\d (?:vao|den) (?:het )?nam \d{4},? va (?:dat |con |xuong )?$/;
const endsClause = /^ ?(?:$|[,;.():]|vao |den |nam |tro |so voi|va )/;

/** "tiêu chí “5 không, 3 sạch”": a number inside a short quoted name. */
function isQuoted(text: string, { kind, start, end }: Quantity): boolean {
  if (kind !== 'count' && kind !== 'none') return false;
  const open = text.lastIndexOf('“', start);
  const close = text.indexOf('”', end);
  return open >= 0 && close >= 0 && close - open < 60 && !text.slice(open, start).includes('”');
}

/** "… ve số vụ", "… từ 5% trở lên": all of them are named next, or change by as much. */
const namedOrMeasured =
  /^ (?:ve |(?:so voi [a-z ]{3,24}\d{0,4} )?(?:tu|khoang|it nhat|toi thieu|tren|hon|duoi)? ?\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?%)/;

/** "Trong 3 đơn vị này", "cả 3 tiêu chí về số vụ", "giảm cả 3 tiêu chí từ 5%": so many that were spoken of, or of which more is told next. */
const isPointedAt = (folded: string, { kind, numberStart, end }: Quantity): boolean =>
  kind === 'count' &&
  (/^ (?:nay|noi tren|do|ke tren)(?![a-z])/.test(folded.slice(end, end + 10)) ||
    (/(?<![a-z])ca $/.test(folded.slice(Math.max(0, numberStart - 4), numberStart)) &&
      namedOrMeasured.test(folded.slice(end, end + 60))));

/** "Số vụ ùn tắc trên 30 phút giảm xuống còn dưới 8 vụ": a time inside the name of what is counted behind it. */
const isInsideName = (folded: string, { end }: Quantity, head: string): boolean =>
  /(?:^|[^a-z])(?:so|ty le|ti le) [^,;.:]*$/.test(head) &&
  /^ (?:giam|tang|dat|con|xuong|chiem|khong qua) [^,;.]{0,24}\d/.test(folded.slice(end, end + 40));

/** Whether a number only qualifies something and is no value: an age, a star, a bare number without verb or unit. */
export function isQualifier({ folded, text }: PlainText, quantity: Quantity): boolean {
  const head = folded.slice(Math.max(0, quantity.start - 140), quantity.numberStart);
  if (isQuoted(text, quantity) || isPointedAt(folded, quantity)) return true;
  if (quantity.kind === 'none' && bareParts.test(head))
    return !endsClause.test(folded.slice(quantity.end, quantity.end + 12));
  if (quantity.kind === 'none')
    return (
      !(verbBefore.test(head) || atNextTime.test(head)) ||
      !endsClause.test(folded.slice(quantity.end, quantity.end + 12))
    );
  if (
    quantity.kind === 'count' &&
    !(
      quantity.comparator !== '=' ||
      folded.slice(quantity.numberStart, quantity.numberEnd).includes('/') ||
      /(?:lap [d§]at|kiem tra|thi diem) [^,;.]{0,60}(?:tai|o) $/.test(head)
    ) &&
    /(?<![a-z§])(?:(?:tai|(?<!nha )o|thuoc|cua|tren dia ban|trong so|rieng) (?:[a-z]{1,5} )?|[d§]oi voi )$/.test(head)
  )
    return true;
  const rule = qualifying.find(([unit]) => unit.test(quantity.unit));
  if (rule === undefined) return false;
  if (/(?:trong (?:vong|thoi han)|cham nhat(?: la)?|(?<![a-z])sau) (?:khong qua )?$/.test(head))
    return !/rut ngan|cat giam|co mat (?:tai |o )?[^,;.]{0,50}$/.test(head);
  if (isInsideName(folded, quantity, head)) return true;
  if (/^tuổi/iu.test(quantity.unit)) return !/tuoi tho[^;.]{0,50}$/.test(head);
  return !rule[1].test(head);
}

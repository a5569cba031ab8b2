import { noPeriod, type Period } from '../domain/period.ts';
import * as forms from './period-forms.ts';

const year = '((?:19|20)\\d\\d)';
const years = `${year}(?:-${year})?`;

const yearsOf = (first: string | undefined, last: string | undefined): forms.Years | null =>
  first === undefined ? null : { first: Number(first), last: Number(last ?? first) };

/** Canonical printed form → period. Groups are handed over as matched. */
const printedForms: readonly [RegExp, (groups: (string | undefined)[]) => Period][] = [
  [new RegExp(`^${year}$`), ([first]) => forms.yearPeriod(Number(first))],
  [new RegExp(`^${year}-${year}$`), ([first, last]) => forms.rangePeriod(Number(first), Number(last))],
  [new RegExp(`^năm học ${year}-${year}$`), ([first]) => forms.schoolYearPeriod(Number(first))],
  [
    new RegExp(`^((?:vụ|mùa) [\\p{L} ]{2,12}) ${years}$`, 'u'),
    ([season = '', first, last]) => forms.seasonPeriod(season, { first: Number(first), last: Number(last ?? first) }),
  ],
  [new RegExp(`^đến ${year}$`), ([last]) => forms.untilPeriod(Number(last))],
  [new RegExp(`^trước ${year}$`), ([next]) => forms.beforePeriod(Number(next))],
  [new RegExp(`^từ ${year}$`), ([first]) => forms.fromPeriod(Number(first))],
  [new RegExp(`^cuối năm ${year}$`), ([last]) => forms.yearEndPeriod(Number(last))],
  [new RegExp(`^hằng năm(?: ${years})?$`), ([first, last]) => forms.yearlyPeriod(yearsOf(first, last))],
  [
    new RegExp(`^bình quân hằng năm(?: ${years})?$`),
    ([first, last]) => forms.yearlyAveragePeriod(yearsOf(first, last)),
  ],
  [
    new RegExp(`^(bình quân )?hằng năm đến ${year}$`),
    ([average, last]) =>
      forms.yearlyUntil(
        average === undefined ? forms.yearlyPeriod(null) : forms.yearlyAveragePeriod(null),
        Number(last),
      ),
  ],
  [
    new RegExp(`^quý (IV|I{1,3})(?:/${year})?$`),
    ([quarter = 'I', of]) =>
      forms.quarterPeriod(forms.quarterNumber(quarter) ?? 1, of === undefined ? null : Number(of)),
  ],
  [
    new RegExp(`^6 tháng (đầu|cuối) năm(?: ${year})?$`),
    ([half, of]) => forms.halfPeriod(half === 'cuối' ? 'cuối' : 'đầu', of === undefined ? null : Number(of)),
  ],
  [
    new RegExp(`^([2-5789]|1[01]) tháng (?:đầu năm|năm ${year})$`),
    ([months, of]) => forms.firstMonthsPeriod(Number(months), of === undefined ? null : Number(of)),
  ],
  [
    new RegExp(`^tháng (1[0-2]|[1-9])(?:/${year})?$`),
    ([month, of]) => forms.monthPeriod(Number(month), of === undefined ? null : Number(of)),
  ],
];

/** The period a canonical printed text stands for ("bình quân hằng năm 2020-2025"); null for any other text. */
export function parsePeriod(text: string): Period | null {
  if (text === noPeriod.text) return noPeriod;
  for (const [pattern, build] of printedForms) {
    const match = pattern.exec(text);
    if (match !== null) return build(match.slice(1));
  }
  return null;
}

import type { Metadata } from '../../domain/directive.ts';
import { noPeriod, type Period, yearsOf } from '../../domain/period.ts';
import { fold } from '../../vietnamese/fold.ts';
import { yearPeriod } from '../../vietnamese/period-forms.ts';
import type { PlanTime } from './find-cues.ts';
import { periodMentions } from './period-mentions.ts';
import { plainText } from './plain-text.ts';
import { resolvePeriod } from './resolve-period.ts';

/** What the metadata of a document says for the figures in it. */
export type DocumentTerms = {
  plan: PlanTime;
  /** The document is a plan by its title. */
  isPlan: boolean;
  /** It hands out, changes or adopts targets by its title: its articles set them without saying so again. */
  setsTargets: boolean;
  /** It plans the development or the production of a time by its title: its labelled lines ("Tỷ lệ giảm hộ nghèo: 10,25%") are what is planned. */
  plansOutput: boolean;
  /** What the headline of an article is about: its paragraphs tell that until one of them says otherwise. */
  telling: 'goal' | 'result' | null;
  /** The period a goal without one of its own is for. */
  governing: Period;
};

const planned = /nghi quyet|ke hoach|phuong huong|nhiem vu|muc tieu|chi tieu|phat dong|giao uoc|chuong trinh|thi dua/;
const sets =
  /(?:giao|phan bo|dieu chinh|bo sung|sua doi|ban hanh|phe duyet|thong qua|quy dinh)(?: (?:bo sung|dieu chinh|cac|mot so|he thong))* (?:cac )?chi tieu(?! chuan)/;
const output =
  /ke hoach (?:phat trien|san xuat|kinh doanh)(?! (?:nhan luc|doi tuong))[^.;:]{0,120}(?<![a-z])nam (?:hoc )?20\d\d/;
const achieved = /dau an|thanh tuu|thanh tich|khoi sac|(?<![a-z])(?:da ve dich|dat va vuot|vuot (?:muc|ke hoach))/;
const announces = /(?<!dat |vuot |thanh |hien )(?:cac |nhung |nhieu |\d{1,6} )?(?:chi tieu|muc tieu)|phan dau/;
const told = /so voi cung ky|uoc dat|ket qua|tinh hinh|tong ket|so ket|bao cao|danh gia|nhin lai/;

/** `hasHeadline`: its title stands above it and is not made of its first words. */
type Seen = { today: string; hasHeadline: boolean };

/** Reads them once a document. */
export function documentTerms(
  { title, type, period: stated, date }: Metadata,
  { today, hasHeadline }: Seen,
): DocumentTerms {
  const folded = fold(title);
  const period = stated.kind === 'none' ? titlePeriod(title) : stated;
  // "đến 2030" has no first year: the day of issue tells what lies behind.
  const first = period.from === null ? null : (yearsOf(period)?.first ?? null);
  return {
    plan: { year: firstYear(first, { date, today }), date, isSpan: period.kind === 'range' },
    isPlan: period.kind !== 'none' && type !== 'báo cáo' && planned.test(folded) && !told.test(folded),
    setsTargets: sets.test(folded),
    plansOutput: output.test(folded) && !told.test(folded),
    telling:
      type !== 'khác' || !hasHeadline
        ? null
        : told.test(folded) || achieved.test(folded)
          ? 'result'
          : announces.test(folded)
            ? 'goal'
            : null,
    governing: wholeYear(period),
  };
}

/**
 * From when on nothing is behind it: the first year it governs; the year of issue for a goal set for a year that is far ahead ("Mục tiêu 2030").
 */
function firstYear(first: number | null, { date, today }: { date: string | null; today: string }): number | null {
  const issued = date === null ? null : Number(date.slice(0, 4));
  if (issued === null) return first !== null && first > Number(today.slice(0, 4)) + 1 ? null : first;
  return first === null || first - issued > 1 ? issued : first;
}

/** The period its title names, for a document that states none elsewhere. */
function titlePeriod(title: string): Period {
  const [first, ...others] = periodMentions(plainText(title, 0, title.length));
  // A first line taken for a title: "Tỷ lệ … đạt 88% vào năm 2025 và 93% vào năm 2030".
  if (first?.preposition === 'vào') return others.length === 0 ? resolvePeriod(first, []) : noPeriod;
  return first?.period ?? noPeriod;
}

/** A document about the months that have gone by sets its goals for the year. */
function wholeYear(period: Period): Period {
  const isSoFar = period.kind === 'nine_months' || /^\d+ tháng/u.test(period.text);
  return isSoFar && period.kind !== 'half' && period.to !== null ? yearPeriod(Number(period.to.slice(0, 4))) : period;
}

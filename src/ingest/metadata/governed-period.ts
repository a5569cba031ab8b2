import { noPeriod, type Period, yearsOf } from '../../domain/period.ts';
import { fold } from '../../vietnamese/fold.ts';
import { type FoundPeriod, findPeriods, parsePeriod } from '../../vietnamese/period.ts';
import { rangePeriod } from '../../vietnamese/period-forms.ts';
import type { DocumentContext } from './document-context.ts';

/**
 * The time a document governs: what its title names (the longest span, a term of office or plan before a year inside it), else what the
 * first sentences of an article name, else the year that most of its targets' lead-ins carry. `noPeriod` when nothing tells.
 */
export function readGovernedPeriod(context: DocumentContext, date: string | null): Period {
  const hinted = context.hints.get('period');
  if (hinted !== undefined) return parsePeriod(hinted) ?? noPeriod;
  const titled = governing(findPeriods(context.title, options(date)), context.title);
  if (titled !== null) return titled;
  return newTerm(context, date) ?? dominating(context, date) ?? noPeriod;
}

/** "Bước vào nhiệm kỳ mới, đại hội thống nhất …": Party congresses meet in years of 0 and 5, for terms of five years. */
function newTerm({ title, lead, hints }: DocumentContext, date: string | null): Period | null {
  const text = fold([title, ...lead].join(' '));
  const year = Number((date ?? hints.get('posted') ?? '').slice(0, 4));
  const isCongress = /dai hoi/.test(text) && /nhiem ky (?:moi|toi)/.test(text) && year > 0 && year % 5 === 0;
  return isCongress ? rangePeriod(year, year + 5) : null;
}

const options = (date: string | null) => (date === null ? {} : { year: Number(date.slice(0, 4)) });

/** Kinds that can be what a whole document is about. */
const governingKinds: ReadonlySet<Period['kind']> = new Set([
  'year',
  'range',
  'half',
  'nine_months',
  'quarter',
  'month',
  'until',
  'from',
]);

function governing(found: readonly FoundPeriod[], text: string): Period | null {
  const fitting = found.filter(({ period, preposition, start }) => {
    if (
      !governingKinds.has(period.kind) ||
      period.to === null ||
      preposition === 'so với' ||
      preposition === 'tầm nhìn' ||
      (preposition === 'vào' && found.length > 1)
    )
      return false;
    return !isOfCitation(text, start) && !isOfMeeting(text, start);
  });
  const ranges = fitting.filter(({ period }) => period.kind === 'range');
  const best = ranges[0] ?? fitting[0];
  return best?.period ?? null;
}

/** "Nghị quyết số 01/NQ-CP năm 2024 của Chính phủ": the year belongs to the document cited. */
function isOfCitation(text: string, at: number): boolean {
  return /(?:số\s)?\d{1,5}[/-][\p{L}\d/-]+,?\s?$/u.test(text.slice(Math.max(0, at - 40), at));
}

/** "tại phiên họp thường kỳ tháng 6/2023": when people met, not for when they set anything. */
const isOfMeeting = (text: string, at: number): boolean =>
  /(?:phiên họp|cuộc họp|giao ban|kỳ họp|họp báo|hội nghị)(?:\s\p{Ll}+){0,6}\s$/u.test(
    text.slice(Math.max(0, at - 60), at).toLowerCase(),
  ) && /^\s*(?:trong\s)?(?:tháng|quý)/iu.test(text.slice(at));

/** "Tán thành đánh giá kết quả nhiệm kỳ 2015 - 2020": the time that is over. */
const looksBack = /đánh giá|kết quả|tình hình|nhiệm kỳ qua|nhìn lại/iu;

/** "… ban hành Kế hoạch phổ cập giáo dục đến năm 2030": the last day is the plan's, not of one figure. */
const namesPlan = (before: string): boolean =>
  /(?<![a-z])(?:ke hoach|chi tieu|muc tieu|chuong trinh|de an|chien luoc|nghi quyet)(?![a-z])[^.;:\n]{0,400}$/.test(
    fold(before.slice(-420)),
  );

/** What has a time of its own that no plan is for. */
const standard = /chuẩn (?:nghèo|hộ nghèo)[^,;.()]{0,30}$/iu;

/** Times that a plan may be for. */
const votedKinds: ReadonlySet<Period['kind']> = new Set(['year', 'range', 'until']);

/** The year or span that the headings and lead-ins of the body name most; a single mention in the first sentences is enough. */
function dominating(context: DocumentContext, date: string | null): Period | null {
  const { source, structure, lead } = context;
  const votes = new Map<string, { period: Period; weight: number }>();
  const vote = (text: string, weight: number) => {
    for (const { period: named, preposition, start } of findPeriods(text, options(date))) {
      const period = spanOf(named);
      if (!votedKinds.has(period.kind) || (period.kind === 'until' && !namesPlan(text.slice(0, start)))) continue;
      if (preposition === 'so với' || preposition === 'tầm nhìn' || isOfCitation(text, start)) continue;
      // "đạt 65% vào năm 2025", "theo chuẩn nghèo giai đoạn 2026-2030": the time of one figure, of a standard.
      if (preposition === 'vào' || standard.test(text.slice(Math.max(0, start - 40), start))) continue;
      if (date !== null && (period.to ?? '') < `${date.slice(0, 4)}-01-01`) continue;
      const entry = votes.get(period.text) ?? { period, weight: 0 };
      entry.weight += weight;
      votes.set(period.text, entry);
    }
  };
  for (const paragraph of lead) vote(paragraph.slice(0, 1500), 2);
  for (const block of structure.blocks.slice(0, 400)) {
    const text = source.text.slice(block.start, Math.min(block.end, block.start + 300));
    if (looksBack.test(text)) continue;
    if (block.kind === 'heading') vote(text, 3);
    else if (/chỉ tiêu|mục tiêu|phấn đấu/i.test(text)) vote(text, 1);
  }
  const ranked = [...votes.values()].sort((a, b) => b.weight - a.weight).map(({ period }) => period);
  const [best = null] = ranked;
  // "đến năm 2025" in the text of a term 2020-2025 is its last day.
  const term = ranked.find(({ kind, to }) => kind === 'range' && to === best?.to);
  return best?.kind === 'until' && term !== undefined ? term : best;
}

/** "bình quân hằng năm giai đoạn 2021-2025" names the span as well. */
function spanOf(period: Period): Period {
  const years = period.kind.startsWith('yearly') ? yearsOf(period) : null;
  return years === null || years.first === years.last ? period : rangePeriod(years.first, years.last);
}

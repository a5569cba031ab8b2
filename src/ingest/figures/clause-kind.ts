import type { Quantity } from '../../vietnamese/quantity.ts';
import { type Cue, cue, said, type Telling } from './find-cues.ts';
import { dutyCues, idleAny, idleMoney, quotaNouns, shareOfPlan, strictDutyCues, strongGoal } from './goal-words.ts';
import type { PlainText, Span } from './plain-text.ts';
import type { SectionKind } from './section-kind.ts';

/** What a value is: a figure of one of three kinds, or nothing for us. */
export type ClauseKind = 'target' | 'observation' | 'estimate' | 'none';

const duty = cue(dutyCues);
const strictDuty = cue(strictDutyCues);
const idle = cue(idleAny);
const money = cue(idleMoney);

/** Where a clause stands: its section, its sentence, what the block told before, and whether it has no name of its own. */
export type ClausePlace = {
  section: SectionKind;
  sentence: Span;
  region: Span;
  /** Where the piece between commas starts that the value is named in. */
  pieceStart: number;
  clauseEnd: number;
  before: Telling;
  isBare: boolean;
  /** "… xuống còn 20 ngày": a change to a level is a goal wherever something must be done. */
  isLevelled: boolean;
  /** It is named by a noun of measuring ("tỷ lệ …", "sĩ số"). */
  isIndicator: boolean;
  /** Where the name stands when it is a noun of measuring: words of telling inside it ("tỷ lệ dự báo đúng") tell nothing. Null for other names. */
  name: Span | null;
  /** What is measured is a rate or an index by its own name ("tỷ lệ hộ đóng góp ý kiến"), whatever words of money stand in it. */
  isRate: boolean;
  /** "có thêm 2 cơ sở …" */
  isAdded: boolean;
  /** Something is to be made, or a bound reached, in a time that is known: "nâng cấp 185 km đê", "đạt từ 600 triệu đồng trở lên". */
  isMade: boolean;
  /** One of several values of a dense listing in a plan. */
  isListed: boolean;
  /** "trong đó …" of a value that was a goal. */
  isPartOfGoal: boolean;
  /** An item of a list that is a share of something and nothing else. */
  isItem: boolean;
};
/** A block as far as the kinds of its values depend on it. */
export type ToldText = { plain: PlainText; cues: readonly Cue[] };

/** Decides what a value is by the nearest cue in its sentence, else by what the block told before, else by the section. */
export function clauseKind(told: ToldText, quantity: Quantity, place: ClausePlace): ClauseKind {
  if (place.section === 'idle' || isIdle(told.plain, quantity, place)) return 'none';
  if (isReachedOfPlan(told.plain, quantity)) return 'observation';
  const telling = tellingAt(told, quantity, place);
  if (telling === 'result') return 'observation';
  if (telling === 'estimate') return 'estimate';
  if (telling === 'goal') return 'target';
  if (place.section === 'result') return 'observation';
  if (place.section === 'goal') return 'target';
  const sentence = told.plain.folded.slice(place.sentence.start, place.clauseEnd);
  const isMeant = quantity.kind === 'percent' || place.isLevelled;
  const isBound = quantity.kind === 'percent' || quantity.comparator !== '=';
  // "Sĩ số không quá 35 học sinh/lớp", "tỷ lệ … đạt 32%": amid tasks an indicator with its bound needs no verb of duty.
  const isOrdered =
    place.section === 'task' && (place.isItem || place.isAdded || place.isMade || (place.isIndicator && isBound));
  const isDuty =
    isOrdered || (isMeant && (has(strictDuty, sentence) || (place.section === 'task' && has(duty, sentence))));
  return isDuty || (place.isListed && place.section === 'plain') ? 'target' : 'none';
}

/** Money given, shares of cost, awards, votes; and how much of a plan is done ("bằng 117% dự toán"). */
export function isIdle({ folded }: PlainText, quantity: Quantity, place: ClausePlace): boolean {
  const clause = `${folded.slice(place.region.start, quantity.numberStart)}%${folded.slice(quantity.end, place.clauseEnd)}`;
  if (has(idle, clause) || profile.test(folded.slice(place.sentence.start, quantity.start))) return true;
  if (/GDP|GRDP|tổng (?:thu|chi)/u.test(quantity.unit)) return false;
  if (quantity.kind === 'money' && planned.test(clause)) return true;
  if (quantity.kind !== 'money' && quantity.kind !== 'percent') return false;
  if (place.isPartOfGoal) return false;
  if (place.section === 'goal' && (place.isRate || isShareOfNamed(folded, quantity))) return false;
  if (place.isBare && !isNextShare(folded, quantity, place) && isShareOfPlan(folded, quantity)) return true;
  return has(money, clause);
}

/** "Xã có diện tích tự nhiên 1.652 ha, dân số 13.478 người, 8 thôn": what a place is. */
const profile = /(?<![a-z])dien tich (?:dat )?[t§]u nhien(?![a-z])[^;]*$/;

/** "tỷ lệ xã đạt chuẩn 83,2%/50%": what was reached over what was planned. */
const isReachedOfPlan = ({ folded }: PlainText, { kind, end }: Quantity): boolean =>
  kind === 'percent' && /^ ?\/ ?\d[\d.,]* ?%/.test(folded.slice(end, end + 16));

/** "100% các tỉnh có phân bổ ngân sách cho …": of those named behind it, whatever they do with money. */
const isShareOfNamed = (folded: string, { kind, end }: Quantity): boolean =>
  kind === 'percent' &&
  /^ (?:cac |so )?(?:tinh|huyen|xa|phuong|thon|don vi|co quan|dia phuong|truong|doanh nghiep|ho|nguoi|can bo)(?![a-z])/.test(
    folded.slice(end, end + 24),
  );

/** "đến hết quý II đạt 45%, …, cả năm đạt 100% kế hoạch": amid goals the last of a row of shares. */
const isNextShare = (folded: string, quantity: Quantity, { section, sentence }: ClausePlace): boolean =>
  (section === 'goal' || section === 'task' || /phan dau/.test(folded.slice(sentence.start, quantity.start))) &&
  /(?:ca nam|quy [iv]{1,3}|nam \d{4}|\d\/\d{4}) dat $/.test(
    folded.slice(Math.max(0, quantity.start - 20), quantity.numberStart),
  );

/** "Tổng kế hoạch vốn đầu tư công được giao là 12.874 tỷ đồng": money handed out, no goal. */
const planned =
  /ke hoach von [^,;%]{0,60}%|(?<![a-z])bo tri (?:khoang |tren |it nhat )?%|(?:^|[,;(]) ?moi (?:hop tac xa|mo hinh|ho|nha|can|suat|xa|thon|truong|lop|du an|tap the|ca nhan|giai)(?: [a-z§]+){0,3} (?:la |duoc )?(?:khoang |toi [d§]a |khong qua )?%/;

const quotaOf = new RegExp(`^ ?% ?chi tieu ${quotaNouns}`);

const isShareOfPlan = (folded: string, quantity: Quantity): boolean =>
  shareOfPlan.test(folded.slice(quantity.numberEnd, quantity.numberEnd + 30)) &&
  !quotaOf.test(folded.slice(quantity.numberEnd, quantity.numberEnd + 40)) &&
  !/(?:vuot|tang) (?:[a-z]+ ){0,2}$/.test(folded.slice(Math.max(0, quantity.start - 16), quantity.numberStart));

/** Whether a cue counts where it stands: amid results only words that plainly set a goal do. */
const countsIn = ({ plain }: ToldText, section: SectionKind, one: Cue): boolean =>
  section !== 'result' || one.telling !== 'goal' || strongGoal.test(plain.folded.slice(one.at, one.end));

/** The nearest cue before the value in its sentence, or one right behind it; else what the block told before. */
function tellingAt(told: ToldText, quantity: Quantity, place: ClausePlace): Telling {
  const { cues } = told;
  const own = ownTime(told, quantity, place);
  const past = cueBefore(told, quantity, place);
  // "từ 18‰ năm 2010 xuống 14‰ năm 2015": the year behind the value is its own.
  const before = past?.isPeriod === true && own !== undefined && own.telling !== 'result' ? undefined : past;
  // "Dự báo dân số: Đến năm 2030: …": a coming year makes no goal of a forecast.
  if (before?.isPeriod === true && before.telling === 'goal' && place.before === 'estimate') return 'estimate';
  if (before?.telling === 'goal') return isOfPast(told, before, place) ? 'result' : 'goal';
  if (place.section === 'goal' && !isTold(told, before, place)) return null;
  const after = cues.find(
    (one) =>
      one.at >= quantity.start &&
      one.at < place.clauseEnd &&
      isBeside(told, one, quantity) &&
      (one.telling === 'result' || (one.isPeriod && one.telling !== 'open')) &&
      countsIn(told, place.section, one),
  );
  if (after !== undefined) return said(after);
  if (isComparedToPlan(told.plain, quantity)) return 'result';
  return said(before) ?? (place.section === 'plain' && tellsLater(told, place) ? 'result' : place.before);
}

/** "Diện tích được chi trả 458.000 ha, tiền chi trả năm 2022 đạt …" in a plan for 2023: a sentence of what was. */
const tellsLater = ({ cues }: ToldText, { clauseEnd, sentence }: ClausePlace): boolean =>
  cues.find((one) => one.at >= clauseEnd && one.end <= sentence.end && one.isPeriod)?.telling === 'result';

/** "doanh thu đạt 282 tỷ đồng, bằng 111% so với nghị quyết": how far one came. */
const isComparedToPlan = ({ flat }: PlainText, { end }: Quantity): boolean =>
  /^,? bang (?:bang )?\d[\d,.]* ?% (?:so voi )?(?:ke hoach|nghi quyet|du toan)/.test(flat.slice(end, end + 48));

/** What a bracket tells is meant for what stands in brackets: "6,5% (nghị quyết đề ra 5%)". */
const isBeside = ({ plain: { flat } }: ToldText, one: Cue, { numberStart }: Quantity): boolean =>
  flat.charAt(one.at) !== '~' || flat.charAt(numberStart) === '~';

/** The time said right behind a value, before any comma. */
const ownTime = ({ cues, plain }: ToldText, { end }: Quantity, place: ClausePlace): Cue | undefined =>
  cues.find(
    (one) =>
      one.isPeriod && one.at >= end && one.end <= place.clauseEnd && !/[,;~]/.test(plain.flat.slice(end, one.at)),
  );

/** "Giai đoạn 2021 - 2025, tỉnh đề ra …" in a plan for later years: a goal of then. */
function isOfPast({ cues }: ToldText, goal: Cue, place: ClausePlace): boolean {
  if (place.section === 'goal' || goal.isPeriod) return false;
  const period = cues.findLast((one) => one.isPeriod && one.at >= place.sentence.start && one.end <= goal.at);
  return period?.telling === 'result' && period.at - place.sentence.start < 12;
}

/** The last cue before a value in its sentence; a result told of a year before is over where a year of the plan is named. */
function cueBefore(told: ToldText, quantity: Quantity, place: ClausePlace): Cue | undefined {
  const spoken = told.cues.filter(
    (one) =>
      one.at >= place.sentence.start &&
      one.end <= quantity.start &&
      !one.isLate &&
      !isInName(one, place) &&
      isBeside(told, one, quantity),
  );
  const inSentence = withoutStories(told, spoken);
  const last = inSentence.findLast((one) => one.telling !== 'open' && countsIn(told, place.section, one));
  const open = inSentence.findLast((one) => one.telling === 'open');
  const isOver =
    last !== undefined && last.telling !== 'goal' && last.isPeriod && open !== undefined && open.at > last.at;
  return isOver ? undefined : last;
}

const isInName = (one: Cue, { name, section }: ClausePlace): boolean =>
  section === 'goal' &&
  name !== null &&
  !one.isPeriod &&
  one.telling !== 'goal' &&
  one.at > name.start &&
  one.end <= name.end;

/** Amid goals a result is one only where the clause itself or a past period at the head of it or of the sentence says so. */
const isTold = (told: ToldText, before: Cue | undefined, place: ClausePlace): boolean =>
  before !== undefined && (before.isPeriod || before.at >= place.pieceStart || opensPast(told, place));

/** "Tình hình năm 2023: …; …": how near to the head of its sentence a past time governs all of it. */
const headLength = 24;

function opensPast({ cues }: ToldText, { sentence }: ClausePlace): boolean {
  const first = cues.find((one) => one.at >= sentence.start && one.at - sentence.start <= headLength);
  return first?.isPeriod === true && first.telling === 'result';
}

const lifts = /^(?:nang|dua|giam) (?:ty|ti) le/;

/** "đã đào tạo 1.107 người, nâng tỷ lệ … lên 57%": what a story of results goes on with. */
function isOfStory({ plain: { folded } }: ToldText, one: Cue, earlier: readonly Cue[]): boolean {
  if (one.telling !== 'goal' || !lifts.test(folded.slice(one.at, one.end))) return false;
  const last = earlier.at(-1);
  return last?.telling === 'result' && (last.isPeriod || /\d/.test(folded.slice(last.end, one.at)));
}

const withoutStories = (told: ToldText, cues: readonly Cue[]): Cue[] =>
  cues.filter((one, at) => !isOfStory(told, one, cues.slice(Math.max(0, at - 1), at)));

/** What a segment told last, brackets left out; null when it told nothing. */
export function lastTelling(block: ToldText & { place: { section: SectionKind } }, segment: Span): Telling {
  const isOpen = (at: number): boolean => block.plain.flat.charAt(at) !== '~';
  const last = withoutStories(block, block.cues).findLast(
    (one) =>
      one.at >= segment.start &&
      one.at < segment.end &&
      one.telling !== 'open' &&
      isOpen(one.at) &&
      !one.isLate &&
      countsIn(block, block.place.section, one),
  );
  return said(last);
}

function has(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

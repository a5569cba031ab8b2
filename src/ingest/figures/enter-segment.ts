import type { Period } from '../../domain/period.ts';
import type { Quantity } from '../../vietnamese/quantity.ts';
import type { BlockPlace } from './block-place.ts';
import type { Telling } from './find-cues.ts';
import { type Carry, emptyCarry } from './named-value.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText } from './plain-text.ts';
import type { ReadFigure } from './read-figure.ts';
import type { Segment } from './split-segments.ts';

/** What the reading of a block carries from segment to segment. */
export type ReadState = {
  carry: Carry;
  /** What the block told last. */
  telling: Telling;
  /** A period said at the head of a segment, which holds until another takes its place. */
  lead: PeriodMention | null;
  /** How far `lead` holds. */
  leadReach: 'segment' | 'sentence' | 'block';
  /** Whether `lead` is the time of results that were told. */
  isLeadOfResults: boolean;
  /** The dated period that "hằng năm" at the head of a segment falls in: it holds again behind it. */
  outerLead: Pick<ReadState, 'lead' | 'leadReach'> | null;
  sentence: number;
  sentenceStart: number;
  /** The last figure that is no part of another: its parts are for its period. */
  whole: ReadFigure | null;
  /** Where the segment starts whose sentence speaks of money given or shares of cost; null while it does not. */
  idleFrom: number | null;
  /** Whether the block opens with a value named as listings name theirs; null before the first value. */
  isListing: boolean | null;
};

export const openState = (place: BlockPlace): ReadState => ({
  carry: { ...emptyCarry(), whole: place.whole },
  telling: place.telling,
  lead: null,
  leadReach: 'block',
  isLeadOfResults: false,
  outerLead: null,
  sentence: -1,
  sentenceStart: 0,
  whole: null,
  idleFrom: null,
  isListing: null,
});

/** Small words and goal verbs that may stand before a period that governs what follows it. */
const leadWords =
  'phan dau|muc tieu|duoc|nhung|mot so|cu the|theo do|trong do|va|den|trong|tinh|huyen|xa|toan|chi tieu|cac|chu yeu|dinh huong|ke hoach|du kien|cua|rieng|la|tu|vao|khac|bo sung|' +
  'luy ke|tinh|nhiem vu|[d§]at ra|dat|ve|giai doan|quyet tam|thi dua|nam|den het|tam nhin|co|doi voi|xa hon|tiep do|sau do|rieng|theo bao cao';
const isLead = new RegExp(`^(?:\\(?[a-z\\d]{1,2}[.)/] )?[^a-z%]{0,12}(?:(?:${leadWords})[ ,:]{0,2}){0,6}$`);

/** "Đại hội đề ra mục tiêu phấn đấu đến năm 2030 …": a goal announced right before the period, no figure before that. */
const announced =
  /^[^\d%:]*(?<![a-z])(?:muc tieu|chi tieu|phan dau|[d§]at ra|de ra|quyet tam|huong (?:toi|den))(?: la| cu the)?,? $/;

/** "Về du lịch, mỗi năm …", "Công tác xây dựng Đảng, hằng năm …": a field and a comma. */
const topic = /^[^\d%:,]{3,60}, (?:phan dau |binh quan )?$/;

/** "… tăng 9%. Trong đó: …": the sentence tells the parts of what the one before spoke of. */
const opensParts = /^ ?(?:trong do|trong so do|bao gom|gom)(?=[ ,:])/;

/** Opens a segment: a new sentence forgets labels and what was said briefly; a period at its head begins to govern. */
export function enterSegment(
  state: ReadState,
  segment: Segment,
  block: { plain: PlainText; mentions: readonly PeriodMention[]; place: BlockPlace },
): void {
  const { plain, mentions, place } = block;
  if (segment.sentence !== state.sentence) {
    const whole = state.sentence < 0 ? place.whole : null;
    const label = place.label === null ? null : { ...place.label, span: { start: segment.start, end: segment.start } };
    const goesOn = opensParts.test(plain.flat.slice(segment.start, segment.start + 24));
    state.carry = { ...emptyCarry(), whole, label, subject: goesOn ? state.carry.subject : null };
    state.sentence = segment.sentence;
    state.sentenceStart = segment.start;
    state.idleFrom = null;
    leave(state, 'sentence');
  }
  leave(state, 'segment');
  const lead = mentions.find((mention) => mention.start >= segment.start && mention.end <= segment.end);
  if (lead === undefined || plain.flat.charAt(lead.start) === '~') return;
  const colon = plain.flat.lastIndexOf(':', lead.start);
  const isOfLabel = /^ ?:/.test(plain.flat.slice(lead.end, lead.end + 2));
  const opensSentence = segment.start === state.sentenceStart;
  const before = plain.flat.slice(Math.max(segment.start, colon + 1), lead.start);
  if (!opensSentence && isLead.test(before) && isTimed(state, mentions))
    state.carry = { ...state.carry, whole: null, part: null };
  if (!isOfLabel && !isLead.test(before)) {
    const isTopical = lead.period.kind.startsWith('yearly') && topic.test(before);
    if (isTopical) {
      state.lead = lead;
      state.leadReach = 'segment';
    }
    const isDated = lead.period.kind === 'year' || lead.period.kind === 'until';
    const isApart = isDated && isSetApart(plain.flat, { before, end: lead.end });
    if (!opensSentence || !(isApart || announced.test(before))) return;
    state.lead = lead;
    state.leadReach = isApart && lead.period.kind === 'until' ? 'block' : 'sentence';
    return;
  }
  const isYearly = lead.period.kind.startsWith('yearly');
  const isSetOff = /^ ?(?:(?:la|nhu sau|gom|cu the)(?: la)? ?)?[,:]/.test(plain.flat.slice(lead.end, lead.end + 14));
  const isBrief = !isSetOff && (isYearly || !opensSentence);
  const isOuter = state.lead !== null && isBeside(lead.period, state.lead.period);
  state.outerLead = isOuter && (isBrief || isYearly) ? { lead: state.lead, leadReach: state.leadReach } : null;
  state.lead = lead;
  state.leadReach = isBrief ? 'segment' : isYearly || isOfLabel ? 'sentence' : 'block';
}

/** Whether a brief time leaves the one said before it in force: "đến năm 2030" beside "đến năm 2025" takes its place, "hằng năm" in it does not. */
const isBeside = (brief: Period, before: Period): boolean => brief.to === null || brief.kind !== before.kind;

/** Ends the leads that hold for one `reach` only; a brief one gives way to the period said before it, a yearly one to that it falls in. */
function leave(state: ReadState, reach: 'segment' | 'sentence'): void {
  if (state.leadReach === reach) {
    state.lead = state.outerLead?.lead ?? null;
    state.leadReach = state.outerLead?.leadReach ?? 'block';
    state.outerLead = null;
  }
  if (state.leadReach === reach) state.lead = null;
}

/** "đến năm 2025 đón 3 triệu lượt khách, trong đó …; đến năm 2030 …": the whole has its own time, so that the next one ends its parts. */
function isTimed({ carry: { subject, whole }, sentenceStart }: ReadState, mentions: readonly PeriodMention[]): boolean {
  const at = subject?.clause.quantity.start ?? 0;
  return whole !== null && mentions.some((one) => one.start >= sentenceStart && one.end <= at);
}

/** "…, năm 2026 huyện Ba Tơ đề ra 20 chỉ tiêu": who sets goals for the year stands right behind it. */
const setter =
  /^ (?:tinh|huyen|xa|phuong|thi xa|thanh pho|quan|dang bo|toan|ca|ubnd|hdnd|nganh)(?![a-z])[^,;:%\d]{0,60}(?<![a-z])(?:de ra|[d§]at ra|phan dau|xac dinh|quyet tam|giao|thong qua|dua ra)(?![a-z])/;

/**
 * "Phát huy kết quả đạt được, năm 2026, xã đề ra …": a year near the start of a sentence before a comma or before who sets goals for it, no
 * figure before it.
 */
const isSetApart = (flat: string, { before, end }: { before: string; end: number }): boolean =>
  before.length <= 60 &&
  !/[\d:]/.test(before) &&
  (/^ ?,/.test(flat.slice(end, end + 2)) || setter.test(flat.slice(end, end + 100)));

/** Whether a value is money given or a share of a cost told in the sentence before it. */
export const isIdleKind = (quantity: Quantity): boolean => quantity.kind === 'money' || quantity.kind === 'percent';

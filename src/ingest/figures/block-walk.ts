import { type Period, yearsOf } from '../../domain/period.ts';
import { fold } from '../../vietnamese/fold.ts';
import { yearPeriod } from '../../vietnamese/period-forms.ts';
import { findQuantitiesIn } from '../../vietnamese/quantity.ts';
import type { DocumentBlock, TextBlock } from '../block.ts';
import type { BlockPlace } from './block-place.ts';
import { findCues, type PlanTime, type Telling } from './clause-kind.ts';
import type { FigureInput } from './figure-input.ts';
import { periodMentions } from './period-mentions.ts';
import { plainText } from './plain-text.ts';
import { beginsWithNoun, readHead } from './read-head.ts';
import { type SectionKind, sectionKind } from './section-kind.ts';

/** What a line that leads in others says for them; `marker` is its own list marker, at which its say ends. */
type Lead = { telling: Telling; label: BlockPlace['label']; period: Period | null; marker: string };

const noLead: Lead = { telling: null, label: null, period: null, marker: '' };

/** Gives each block of a document, in order, the place that headings and lead-in lines above it make. */
export type BlockWalk = { placeOf: (block: DocumentBlock) => BlockPlace };

/** Starts a walk over the blocks of a document; call `placeOf` once a block, in reading order. */
export function walkBlocks(input: FigureInput): BlockWalk {
  const { text, metadata } = input;
  const plan = planTime(metadata);
  const state: WalkState = { heading: '', lead: noLead, line: null, unit: '' };
  return {
    placeOf(block) {
      enterBlock(state, block, text);
      const place = placeIn(state, block, { input, plan });
      if (block.kind !== 'heading' && block.kind !== 'table') learn(state, block, { text, plan });
      return place;
    },
  };
}

/** "đến 2030" has no first year: the day of issue tells what lies behind. */
function planTime({ period, date }: FigureInput['metadata']): PlanTime {
  const first = period.from === null ? null : (yearsOf(period)?.first ?? null);
  return { year: first ?? (date === null ? null : Number(date.slice(0, 4))), date, isSpan: period.kind === 'range' };
}

/** `line`: a short line that works as a heading though it was not marked as one, with what it heads. */
type WalkState = { heading: string; lead: Lead; line: { text: string; section: SectionKind } | null; unit: string };

type Walked = { input: FigureInput; plan: PlanTime };

function enterBlock(state: WalkState, block: DocumentBlock, text: string): void {
  const path = block.heading.join('\n');
  if (path !== state.heading || block.kind === 'heading') {
    state.lead = noLead;
    const own = block.kind === 'heading' ? [text.slice(block.start, block.end)] : [];
    if (sectionKind([...block.heading, ...own]) !== 'plain') state.line = null;
  }
  state.heading = path;
  if (block.kind === 'table') return;
  const marker = markerOf(text, block);
  if (marker !== '' && marker === state.lead.marker) state.lead = { ...noLead, telling: state.lead.telling };
}

const markers: readonly [string, RegExp][] = [
  ['1.', /^\d{1,2}\.(?!\d)/],
  ['1.1', /^\d{1,2}\.\d/],
  ['1)', /^\d{1,2}\)/],
  ['(1)', /^\(\d{1,2}\)/],
  ['a)', /^[a-zđ]\d?\)/],
  ['-', /^[-–—]/],
  ['+', /^\+/],
  ['*', /^[*•·]/],
];

function markerOf(text: string, block: TextBlock): string {
  const head = text.slice(block.start, block.start + 8);
  return markers.find(([, pattern]) => pattern.test(head))?.[0] ?? '';
}

function placeIn(state: WalkState, block: DocumentBlock, { input: { text, metadata }, plan }: Walked): BlockPlace {
  const own = block.kind === 'heading' ? [text.slice(block.start, block.end)] : [];
  const heading = [...block.heading, ...own];
  const lines = state.line === null ? heading : [...heading, state.line.text];
  const section = sectionKind(heading);
  return {
    heading: block.heading,
    section: state.line?.section ?? section,
    telling: state.lead.telling,
    label: state.lead.label,
    unit: state.unit,
    whole: null,
    governing: [
      ...(state.lead.period === null ? [] : [state.lead.period]),
      ...headingPeriods(lines),
      governedBy(metadata.period),
    ],
    plan,
    isPlan: isPlan(metadata),
  };
}

const planned = /nghi quyet|ke hoach|phuong huong|nhiem vu|muc tieu|chi tieu|phat dong|giao uoc|chuong trinh|thi dua/;
const told = /ket qua|tinh hinh|tong ket|so ket|bao cao|danh gia|nhin lai/;

/** Whether title and period make a document a plan. */
function isPlan({ title, type, period }: FigureInput['metadata']): boolean {
  const folded = fold(title);
  return period.kind !== 'none' && type !== 'báo cáo' && planned.test(folded) && !told.test(folded);
}

/** A document about the months that have gone by sets its goals for the year. */
function governedBy(period: Period): Period {
  const isSoFar = period.kind === 'nine_months' || /^\d+ tháng/u.test(period.text);
  return isSoFar && period.kind !== 'half' && period.to !== null ? yearPeriod(Number(period.to.slice(0, 4))) : period;
}

/** "Đơn vị tính: triệu đồng" above a table. */
const unitLine = /(?:^|[(\s])(?:đơn vị(?: tính)?|ĐVT)\s*:\s*([^()|:]{1,30})\)?$/iu;

const longestLine = 120;

/** A line that ends with ":" leads in what follows; a short one without values, such as "2. Chỉ tiêu cụ thể", works as a heading. */
function learn(state: WalkState, block: TextBlock, { text, plan }: { text: string; plan: PlanTime }): void {
  const line = text.slice(block.start, block.end).trim();
  state.unit = unitLine.exec(line)?.[1]?.trim() ?? '';
  if (line.endsWith(':')) {
    state.lead = { ...readLead(state.lead, block, { text, plan }), marker: markerOf(text, block) };
    return;
  }
  if (line.length > longestLine || /[.;,…]$/.test(line) || /\d ?%/.test(line)) return;
  const isMarked = /^(?:[IVX]{1,5}|\d{1,2})[.)-]/.test(line);
  const section = isMarked ? sectionKind([line]) : 'plain';
  if (section === 'plain') return;
  state.line = { text: line, section };
  state.lead = noLead;
}

function readLead(
  before: Lead,
  block: TextBlock,
  { text, plan }: { text: string; plan: PlanTime },
): Omit<Lead, 'marker'> {
  const plain = plainText(text, block.start, block.end);
  const mentions = periodMentions(plain);
  const telling = findCues(plain, mentions, plan).at(-1)?.telling ?? null;
  const first = findQuantitiesIn(plain.text, plain.folded).find((quantity) => quantity.kind !== 'none');
  const { name } = readHead(plain, { start: 0, end: first?.start ?? plain.text.length }, mentions);
  const isNamed = name.end > name.start && beginsWithNoun(plain.flat.slice(name.start, name.end));
  return {
    telling: telling ?? before.telling,
    label: isNamed
      ? { name: plain.text.slice(name.start, name.end), folded: plain.flat.slice(name.start, name.end) }
      : null,
    period: mentions.at(-1)?.period ?? before.period,
  };
}

/** Periods that headings name, innermost first. */
function headingPeriods(heading: readonly string[]): Period[] {
  return heading.toReversed().flatMap((line) => {
    if (!/\d{4}|năm/i.test(line)) return [];
    const plain = plainText(line, 0, line.length);
    return periodMentions(plain)
      .map((mention) => mention.period)
      .slice(0, 1);
  });
}

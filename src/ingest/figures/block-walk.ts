import type { Period } from '../../domain/period.ts';
import { findQuantitiesIn } from '../../vietnamese/quantity.ts';
import type { DocumentBlock, TextBlock } from '../block.ts';
import type { BlockPlace } from './block-place.ts';
import { type DocumentTerms, documentTerms } from './document-terms.ts';
import type { FigureInput } from './figure-input.ts';
import { findCues, said, type Telling } from './find-cues.ts';
import { type HeadingSays, headingReader } from './heading-says.ts';
import { isOutputLine, listsIndicators } from './lists-indicators.ts';
import { beginsWithNoun } from './name-opening.ts';
import { periodMentions } from './period-mentions.ts';
import { plainText } from './plain-text.ts';
import { readHead } from './read-head.ts';
import { type SectionKind, sectionKind } from './section-kind.ts';
import { splitSegments } from './split-segments.ts';

/** What a line that leads in others says for them; `marker` is its own list marker, at which its say ends. */
type Lead = { telling: Telling; label: BlockPlace['label']; period: Period | null; marker: string };

const noLead: Lead = { telling: null, label: null, period: null, marker: '' };

/** Gives each block of a document, in order, the place that headings and lead-in lines above it make. */
export type BlockWalk = { placeOf: (block: DocumentBlock) => BlockPlace };

/** Starts a walk over the blocks of a document; call `placeOf` once a block, in reading order. */
export function walkBlocks(input: FigureInput): BlockWalk {
  const terms = documentTerms(input.metadata, { today: input.today, hasHeadline: input.blocks[0]?.kind === 'heading' });
  const isAssumed = listsIndicators(input.text, input.blocks);
  const walked: Walked = {
    input,
    terms: { ...terms, plansOutput: terms.plansOutput || isAssumed },
    isAssumed,
    says: headingReader(),
  };
  const state: WalkState = {
    heading: '',
    lead: noLead,
    line: null,
    unit: '',
    fields: noLead,
    year: null,
    story: null,
    unended: null,
  };
  return {
    placeOf(block) {
      enterBlock(state, block, walked);
      const place = placeIn(state, block, walked);
      if (block.kind !== 'heading' && block.kind !== 'table') learn(state, block, walked);
      return place;
    },
  };
}

type Walked = {
  input: FigureInput;
  terms: DocumentTerms;
  isAssumed: boolean;
  says: (heading: readonly string[]) => HeadingSays;
};

/** `line`: a short line that works as a heading though it was not marked as one, with what it heads. */
type WalkState = {
  heading: string;
  lead: Lead;
  line: { text: string; section: SectionKind } | null;
  unit: string;
  /** What a paragraph set as goals of, for the paragraphs about further fields right behind it ("Về hạ tầng số, …"). */
  fields: Lead;
  /** What time the last paragraph that set goals set them for. */
  year: Period | null;
  /** The paragraphs of an article told of results, or set goals, so far, and nothing else since. */
  story: 'result' | 'goal' | null;
  /** What a paragraph told that ends with ";" and so goes on in the next. */
  unended: Telling;
};

function enterBlock(state: WalkState, block: DocumentBlock, { input: { text }, says }: Walked): void {
  const path = block.heading.join('\n');
  if (path !== state.heading || block.kind === 'heading') {
    state.lead = noLead;
    state.fields = noLead;
    state.year = null;
    state.unended = null;
    if (says(headingOf(block, text)).section !== 'plain') state.line = null;
  }
  state.heading = path;
  if (block.kind === 'table') return;
  if (opensField.test(text.slice(block.start, block.start + 40)))
    state.lead = state.fields.telling === null ? state.lead : state.fields;
  else if (state.lead === state.fields) state.lead = noLead;
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

function placeIn(state: WalkState, block: DocumentBlock, { input, terms, says, isAssumed }: Walked): BlockPlace {
  const heading = headingOf(block, input.text);
  const above = says(state.line === null ? heading : [...heading, state.line.text]);
  const section = sectionOf(state.line?.section ?? says(heading).section, block, { text: input.text, terms });
  return {
    heading: block.heading,
    section,
    telling:
      state.lead.telling ??
      (block.kind === 'paragraph' ? state.unended : null) ??
      (section === 'plain' ? (storyFor(state, block, input.text) ?? terms.telling) : null),
    label: state.lead.label,
    unit: state.unit,
    whole: null,
    governing: [state.lead.period, ...above.periods, state.year, terms.governing].filter((one) => one !== null),
    plan: terms.plan,
    isPlan: terms.isPlan,
    isAssumed,
  };
}

function sectionOf(
  section: SectionKind,
  block: DocumentBlock,
  { text, terms }: { text: string; terms: DocumentTerms },
): SectionKind {
  if (block.kind === 'table') return section;
  const isArticle = block.heading.some((line) => /^Điều \d/u.test(line));
  if (section === 'plain' && terms.setsTargets && isArticle) return 'goal';
  const isPlanned = terms.plansOutput && isOutputLine(text.slice(block.start, block.end));
  return isPlanned && (section === 'plain' || section === 'task') ? 'goal' : section;
}

/** The headings a block stands under; a heading stands under itself too. */
const headingOf = (block: DocumentBlock, text: string): string[] =>
  block.kind === 'heading' ? [...block.heading, text.slice(block.start, block.end)] : block.heading;

/** "Đơn vị tính: triệu đồng" above a table. */
const unitLine = /(?:^|[(\s])(?:đơn vị(?: tính)?|ĐVT)\s*:\s*([^()|:]{1,30})\)?$/iu;

const longestLine = 120;

/** "Về chính quyền số, …": one more field of what the paragraph before set goals for. */
const opensField = /^(?:Về|Với|Đối với|Trong lĩnh vực|Ở lĩnh vực|Cùng với đó|Bên cạnh đó|Ngoài ra|Đồng thời)\s/u;
/** "… xác định mục tiêu đến năm 2030: …" */
const setsGoals =
  /(?:mục tiêu|chỉ tiêu|phấn đấu)[^.:;]{0,80}(?:(?:19|20)\d\d|gồm|như sau|cụ thể|là)\s?:\s|(?:hướng tới|đề ra|đặt ra|xác định|với) (?:các )?mục tiêu\s?:\s/iu;

/** "… Chủ tịch UBND huyện yêu cầu các cơ quan thực hiện tốt một số việc sau:" */
const opensTasks =
  /(?:yêu cầu|đề nghị|chỉ thị|giao)(?!\p{L})[^:]{0,400}(?:nội dung|việc|nhiệm vụ|giải pháp|biện pháp)[^:]{0,20}(?:sau|dưới đây)(?: đây)?:$|(?<!\p{L})(?:yêu cầu|chỉ thị):$/iu;

/** A line that ends with ":" leads in what follows; a short one without values, such as "2. Chỉ tiêu cụ thể", works as a heading. */
function learn(state: WalkState, block: TextBlock, walked: Walked): void {
  const { text } = walked.input;
  const line = text.slice(block.start, block.end).trim();
  state.unit = unitLine.exec(line)?.[1]?.trim() ?? '';
  if (line.endsWith(':')) {
    state.lead = { ...readLead(state.lead, block, walked), marker: markerOf(text, block) };
    if (opensTasks.test(line)) state.line = { text: line.slice(-longestLine), section: 'task' };
    return;
  }
  const isArticle = walked.input.metadata.type === 'khác';
  const isParagraph = block.kind === 'paragraph';
  const tellings = isArticle || isParagraph || opensField.test(line) ? tellingsOf(block, walked) : [];
  if (isArticle && isParagraph && setsOnly(tellings)) state.year = yearAtHead(text, block) ?? state.year;
  state.unended = isParagraph && line.endsWith(';') ? (tellings.at(-1) ?? state.unended) : null;
  if (isArticle) state.story = storyAfter(state.story, tellings);
  const goals = setsGoals.exec(line)?.[0];
  if (goals !== undefined) {
    const period = periodMentions(plainText(goals, 0, goals.length)).at(-1)?.period ?? null;
    state.fields = { telling: 'goal', label: null, period, marker: '' };
  } else if (!opensField.test(line)) state.fields = noLead;
  else if (state.fields.telling === null && setsOnly(tellings)) state.fields = { ...noLead, telling: 'goal' };
  if (line.length > longestLine || /[.;,…]$/.test(line) || /\d ?%/.test(line)) return;
  const isMarked = /^(?:[IVX]{1,5}|\d{1,2})[.)-]/.test(line);
  const section = isMarked ? sectionKind([line]) : 'plain';
  if (section === 'plain') return;
  state.line = { text: line, section };
  state.lead = noLead;
}

/** The year that a paragraph names at its head ("Về kế hoạch năm 2021, …"); null for none. */
function yearAtHead(text: string, block: TextBlock): Period | null {
  const opening = plainText(text, block.start, Math.min(block.end, block.start + longestLine));
  const head = periodMentions(opening).find(({ period }) => period.kind === 'year');
  return head?.period ?? null;
}

/** No paragraph tells more than one thing after another for longer. */
const longestTold = 12000;

/** What a paragraph tells, cue by cue; a year of the plan tells nothing. */
function tellingsOf(block: TextBlock, { input: { text }, terms }: Walked): Telling[] {
  const plain = plainText(text, Math.max(block.start, block.end - longestTold), block.end);
  return findCues(plain, periodMentions(plain), terms.plan)
    .map(said)
    .filter((telling) => telling !== null);
}

/** Whether goals are set and nothing else is told. */
const setsOnly = (tellings: readonly Telling[]): boolean =>
  tellings.length > 0 && tellings.every((telling) => telling === 'goal');

/** "100% bộ, ngành …", "Trên 90% doanh nghiệp …", "Mỗi xã …": one more goal beside those before. */
const opensGoal =
  /^(?:(?:Theo đó|Trong đó|Cùng đó|Đồng thời),? )?(?:(?:(?:trên|hơn|ít nhất|tối thiểu|từ|khoảng|phấn đấu)\s){0,2}\d[\d.,]*\s?%|mỗi |h[àằ]ng năm (?:có )?)/iu;

/** A story goes on in paragraphs only; a list or a heading begins something else. One of goals goes on only where more of them are set. */
function storyFor({ story }: WalkState, block: DocumentBlock, text: string): WalkState['story'] {
  if (block.kind !== 'paragraph' || block.heading.length > 0) return null;
  return story !== 'goal' || opensGoal.test(text.slice(block.start, block.start + 60)) ? story : null;
}

/** A story goes on from paragraph to paragraph until one tells something else. */
function storyAfter(before: WalkState['story'], tellings: readonly Telling[]): WalkState['story'] {
  if (tellings.length === 0) return before;
  if (setsOnly(tellings)) return 'goal';
  return tellings.includes('goal') ? null : 'result';
}

function readLead(before: Lead, block: TextBlock, { input: { text }, terms }: Walked): Omit<Lead, 'marker'> {
  const plain = plainText(text, block.start, block.end);
  const mentions = periodMentions(plain);
  const lastSentence =
    splitSegments(plain).findLast((one, at, all) => all[at - 1]?.sentence !== one.sentence)?.start ?? 0;
  // Only the sentence that leads in says what follows: "Năm 2022 đạt …. Để làm tốt năm 2023, Chủ tịch yêu cầu:"
  const cues = findCues(plain, mentions, terms.plan).filter((cue) => cue.at >= lastSentence);
  const telling = said(cues.findLast((cue) => cue.telling !== 'open'));
  const first = findQuantitiesIn(plain.text, plain.folded).find((quantity) => quantity.kind !== 'none');
  const { name } = readHead(plain, { start: 0, end: first?.start ?? plain.text.length }, mentions);
  const isNamed = name.end > name.start && beginsWithNoun(plain.flat.slice(name.start, name.end));
  return {
    telling: telling ?? before.telling,
    label: isNamed
      ? { name: plain.text.slice(name.start, name.end), folded: plain.flat.slice(name.start, name.end) }
      : null,
    period: mentions.findLast((mention) => mention.start >= lastSentence)?.period ?? before.period,
  };
}

import type { DeadlineFinding } from '../../domain/deadline.ts';
import type { DocumentBlock } from '../block.ts';
import { parseMarker } from '../structure/marker.ts';
import { actorOf, opensWithBody } from './acting-bodies.ts';
import type { ActorContext } from './actor-context.ts';
import { asSaid } from './as-said.ts';
import { findBoundDues } from './bound-due.ts';
import type { DeadlineInput } from './deadline-input.ts';
import { isBareName } from './duty-name.ts';
import { resultWords, sendingVerb } from './duty-words.ts';
import { type FlowText, flowText } from './flow-text.ts';
import { boundOrBare } from './labelled-deadlines.ts';
import { settleDue } from './settle-due.ts';

const longestLead = 250;
const longestDuty = 600;
const mostDuties = 15;
/** Blocks looked at below a lead, points of points among them. */
const reach = 60;

/**
 * One date for several duties: "Hoàn thành trước ngày 30/4 các nhiệm vụ sau:", "Tháng 3/2026:" above a list, "Các nhiệm vụ trên hoàn thành
 * trước ngày 15/5" below one. A finding a duty; null when the block is no such line.
 */
export function findSharedDeadlines(input: DeadlineInput, at: number, actors: ActorContext): DeadlineFinding[] | null {
  const block = input.blocks[at];
  if (block === undefined || block.kind === 'table' || block.end - block.start > longestLead) return null;
  const flow = ownFlow(input, block);
  const [due, ...others] = boundOrBare(flow.folded);
  if (due === undefined || others.length > 0) return null;
  const rest = `${flow.text.slice(0, due.start)} ${flow.text.slice(due.end)}`.replace(/[\s:;,.()]+/g, ' ').trim();
  if (rest !== '' && !isBareName(rest)) return null;
  const isAbove = /(?<!\p{L})(?:trên|này)(?!\p{L})/u.test(rest);
  const items = isAbove ? itemsAbove(input, at) : isLead(block, flow.text) ? itemsBelow(input, at) : [];
  const settled = settleDue(due, { governed: input.metadata.period, issued: input.metadata.date, isPeriodic: false });
  const isPast = settled.dueDate !== null && settled.dueDate < (input.metadata.date ?? '');
  if (items.length === 0 || isPast) return null;
  const shared = asSaid(due, settled, flow.text.slice(due.start, due.end));
  return items.slice(0, mostDuties).flatMap((item) => {
    const duty = dutyOf(ownFlow(input, item).text);
    if (duty === null) return [];
    const [start, end] = isAbove ? [item.start, block.end] : [block.start, item.end];
    const place = end - start <= longestDuty ? { start, end } : { start: block.start, end: block.end };
    return {
      what: duty.what,
      who: duty.who || actors.before(input.blocks.indexOf(item, Math.max(0, at - mostDuties))),
      to: '',
      kind: new RegExp(sendingVerb.source, 'u').test(duty.what) ? 'report' : 'finish',
      ...shared,
      quote: input.source.text.slice(place.start, place.end),
      ...place,
      heading: item.heading,
    };
  });
}

const isLead = (block: DocumentBlock, text: string): boolean =>
  block.kind === 'heading' || /:\s*$|(?<!\p{L})(?:sau|sau đây|dưới đây)[.:\s]*$/u.test(text);

/** The block's words without its bullet or number. */
function ownFlow({ source }: DeadlineInput, block: DocumentBlock): FlowText {
  const marker = parseMarker(source.text.slice(block.start, Math.min(block.end, block.start + 200)));
  return flowText(source, block.start + (marker?.contentStart ?? 0), block.end);
}

/** Points of the list below a lead, or under a heading, that name no time of their own. */
function itemsBelow(input: DeadlineInput, at: number): DocumentBlock[] {
  const lead = input.blocks[at];
  if (lead === undefined) return [];
  const below = input.blocks.slice(at + 1, at + 1 + reach);
  if (lead.kind === 'heading') {
    const stop = below.findIndex(({ heading }) => heading.length <= lead.heading.length);
    return sameRank(input, stop === -1 ? below : below.slice(0, stop), Number.POSITIVE_INFINITY);
  }
  return sameRank(input, below, rankOf(input, lead));
}

function itemsAbove(input: DeadlineInput, at: number): DocumentBlock[] {
  const own = input.blocks[at]?.heading.join('|');
  const above = input.blocks.slice(Math.max(0, at - mostDuties), at);
  const from = above.findLastIndex(({ kind, heading }) => kind !== 'list_item' || heading.join('|') !== own);
  return sameRank(input, above.slice(from + 1), Number.POSITIVE_INFINITY);
}

/** The points at the head of a list, those below them left out; a point that ranks as high as the lead ends it. */
function sameRank(input: DeadlineInput, blocks: readonly DocumentBlock[], leadRank: number): DocumentBlock[] {
  const items: DocumentBlock[] = [];
  const rank = blocks[0] === undefined ? 0 : rankOf(input, blocks[0]);
  if (rank === leadRank) return [];
  for (const block of blocks) {
    const own = rankOf(input, block);
    if (block.kind !== 'list_item' || own < rank) break;
    if (own === rank && findBoundDues(ownFlow(input, block).folded).length === 0) items.push(block);
  }
  return items;
}

const rankOf = ({ source }: DeadlineInput, block: DocumentBlock): number =>
  parseMarker(source.text.slice(block.start, Math.min(block.end, block.start + 200)))?.rank ?? -1;

/** "Sở Nội vụ: Xây dựng Đề án", "Lập danh sách (UBND xã)": what is to be done and who does it; null for what was done. */
function dutyOf(text: string): { what: string; who: string } | null {
  if (resultWords.test(text) || text.length < 8) return null;
  const actor = actorOf(text);
  const work = (actor === null ? text : text.slice(actor.end))
    .replace(/^[\s:,–-]+/u, '')
    .replace(/(?<![\s.;,:])[\s.;,:]+$/u, '');
  const behind = /\s?\(([^()]{4,80})\)$/u.exec(work)?.[1];
  const who = actor?.name ?? (behind !== undefined && opensWithBody(behind) ? behind : '');
  const what = actor === null && who !== '' ? work.slice(0, work.lastIndexOf('(')).trimEnd() : work;
  return what === '' ? null : { what: what.slice(0, 200), who };
}

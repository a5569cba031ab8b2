import type { Rule } from './printed-page.ts';

/** A cell between drawn lines; it covers `across` columns and `down` rows. */
export type RuledCell = { left: number; right: number; top: number; bottom: number; across: number; down: number };

/** A table as its lines draw it: rows of cells, every cell in the row it begins in. */
export type RuledGrid = { left: number; right: number; top: number; bottom: number; rows: RuledCell[][] };

/** Ends of lines that miss each other by less meet; lines closer than this are one. */
const slack = 4;
const most = 400;

/** The tables that the lines of a page draw, from top to bottom: at least two cells. A box around text is none. */
export function ruledGrids(rules: readonly Rule[]): RuledGrid[] {
  return touchingRules(merged(rules))
    .map(gridOf)
    .filter((grid) => grid !== null)
    .sort((a, b) => a.top - b.top);
}

/** Pieces of one line, drawn cell by cell, as one. */
function merged(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => Number(a.isLevel) - Number(b.isLevel) || a.at - b.at || a.from - b.from);
  const lanes: Rule[][] = [];
  for (const rule of sorted) {
    const lane = lanes.at(-1);
    const seat = lane?.[0];
    if (lane !== undefined && seat !== undefined && seat.isLevel === rule.isLevel && rule.at - seat.at <= slack / 2)
      lane.push(rule);
    else lanes.push([rule]);
  }
  return lanes.flatMap(mergedLane).filter(({ from, to }) => to - from > slack);
}

function mergedLane(lane: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const rule of [...lane].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && rule.from - last.to <= slack) last.to = Math.max(last.to, rule.to);
    else joined.push({ ...rule });
  }
  return joined;
}

/** Lines that cross or meet belong to one table. */
function touchingRules(rules: readonly Rule[]): Rule[][] {
  const level = rules.filter(({ isLevel }) => isLevel).slice(0, most * 4);
  const upright = rules.filter(({ isLevel }) => !isLevel).slice(0, most * 4);
  const groups = new Map<Rule, Rule[]>();
  for (const rule of [...level, ...upright]) groups.set(rule, [rule]);
  for (const one of level) {
    for (const other of upright) {
      if (!isCrossing(one, other)) continue;
      const [mine, theirs] = [groups.get(one), groups.get(other)];
      if (mine === undefined || theirs === undefined || mine === theirs) continue;
      mine.push(...theirs);
      for (const rule of theirs) groups.set(rule, mine);
    }
  }
  return [...new Set(groups.values())];
}

const isCrossing = (level: Rule, upright: Rule): boolean =>
  upright.at >= level.from - slack &&
  upright.at <= level.to + slack &&
  level.at >= upright.from - slack &&
  level.at <= upright.to + slack;

function gridOf(rules: readonly Rule[]): RuledGrid | null {
  const level = rules.filter(({ isLevel }) => isLevel);
  const upright = rules.filter(({ isLevel }) => !isLevel);
  const xs = places([...upright.map(({ at }) => at), ...level.flatMap(({ from, to }) => [from, to])]);
  const ys = places([...level.map(({ at }) => at), ...upright.flatMap(({ from, to }) => [from, to])]);
  if (level.length < 2 || xs.length < 3 || ys.length < 2 || xs.length > most || ys.length > most) return null;
  const lines = { level, upright, xs, ys };
  const rows = cellRows(lines);
  if (rows.flat().length < 2) return null;
  return { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, rows };
}

/** The different ones of these, in order. */
function places(all: readonly number[]): number[] {
  const kept: number[] = [];
  for (const one of [...all].sort((a, b) => a - b)) if (one - (kept.at(-1) ?? -1e9) > slack) kept.push(one);
  return kept;
}

type Lines = { level: Rule[]; upright: Rule[]; xs: number[]; ys: number[] };

/** From each free corner a cell reaches right and down to the next drawn line. */
function cellRows({ level, upright, xs, ys }: Lines): RuledCell[][] {
  const taken = new Set<number>();
  const hasRight = (x: number, y: number) => covers(upright, xs[x + 1] ?? 0, middle(ys, y));
  const hasBelow = (x: number, y: number) => covers(level, ys[y + 1] ?? 0, middle(xs, x));
  const rows: RuledCell[][] = [];
  for (let y = 0; y < ys.length - 1; y++) {
    const row: RuledCell[] = [];
    for (let x = 0; x < xs.length - 1; x++) {
      if (taken.has(y * most + x)) continue;
      let across = 1;
      while (x + across < xs.length - 1 && !taken.has(y * most + x + across) && !hasRight(x + across - 1, y)) across++;
      let down = 1;
      while (y + down < ys.length - 1 && !hasBelow(x, y + down - 1)) down++;
      for (let below = y; below < y + down; below++)
        for (let beside = x; beside < x + across; beside++) taken.add(below * most + beside);
      row.push({
        left: xs[x] ?? 0,
        right: xs[x + across] ?? 0,
        top: ys[y] ?? 0,
        bottom: ys[y + down] ?? 0,
        across,
        down,
      });
    }
    rows.push(row);
  }
  return rows;
}

const middle = (places: readonly number[], at: number): number => ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2;

const covers = (rules: readonly Rule[], at: number, along: number): boolean =>
  rules.some((rule) => Math.abs(rule.at - at) <= slack && rule.from <= along && rule.to >= along);

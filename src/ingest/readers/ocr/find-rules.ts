import type { Rule } from '../printed/printed-page.ts';
import { inkOf, type Picture } from './picture.ts';

/** The shortest lines of a table and how thick they may be, in points; letters are lower and their strokes shorter. */
const shortestLevel = 26;
const shortestUpright = 20;
const thickest = 3;
/** A worn line may miss so many pixels in a row, and this share of all. */
const mostMissed = 2;
const leastInk = 0.9;

/** The drawn lines of a scanned table, in pixels, and the picture without them: a line beside a figure reads as "1" or "|". */
export function takeRules(picture: Picture, perPoint: number): { rules: Rule[]; picture: Picture } {
  const ink = inkOf(picture);
  const { width, height } = picture;
  const level = { ink, lanes: height, length: width, lane: width, step: 1, isLevel: true };
  const upright = { ink, lanes: width, length: height, lane: 1, step: width, isLevel: false };
  const thick = Math.max(3, Math.round(thickest * perPoint));
  const rules = [
    ...rulesAlong(level, { shortest: shortestLevel * perPoint, thick }),
    ...rulesAlong(upright, { shortest: shortestUpright * perPoint, thick }),
  ];
  const grey = picture.grey.slice();
  for (const rule of rules) erase(grey, rule.isLevel ? level : upright, { rule, thick });
  return { rules, picture: { ...picture, grey } };
}

/** The picture seen along one direction: `lanes` of `length` pixels; `lane` and `step` lead to the next of each. */
type Direction = { ink: Uint8Array; lanes: number; length: number; lane: number; step: number; isLevel: boolean };
type Size = { shortest: number; thick: number };

function rulesAlong(direction: Direction, size: Size): Rule[] {
  const { ink, lanes, length, lane, step } = direction;
  const rules: Rule[] = [];
  for (let at = 0; at < lanes; at++) {
    let from = -1;
    let last = 0;
    let filled = 0;
    const close = () => {
      const run = { isLevel: direction.isLevel, at, from, to: last };
      if (
        from >= 0 &&
        last - from >= size.shortest &&
        filled >= (last - from) * leastInk &&
        isThin(direction, run, size)
      )
        rules.push(run);
      from = -1;
    };
    for (let along = 0; along < length; along++) {
      if (ink[at * lane + along * step] !== 1) continue;
      if (from >= 0 && along - last > mostMissed + 1) close();
      if (from < 0) {
        from = along;
        filled = 0;
      }
      last = along;
      filled++;
    }
    close();
  }
  return rules;
}

/** Light on both sides in most places: not the inside of a dark field, nor a row of letters. */
function isThin({ ink, lane, step, lanes }: Direction, { at, from, to }: Rule, { thick }: Size): boolean {
  const samples = 24;
  let light = 0;
  for (let sample = 0; sample < samples; sample++) {
    const along = Math.round(from + ((sample + 0.5) * (to - from)) / samples);
    const isLight = (lane1: number) => lane1 < 0 || lane1 >= lanes || ink[lane1 * lane + along * step] !== 1;
    if (isLight(at - thick) && isLight(at + thick)) light++;
  }
  return light >= samples * 0.7;
}

/** Wipes a line out but where a letter crosses it. */
function erase(
  grey: Uint8Array,
  { ink, lane, step, lanes }: Direction,
  { rule, thick }: { rule: Rule; thick: number },
): void {
  for (let along = rule.from; along <= rule.to; along++) {
    let first = rule.at;
    let last = rule.at;
    while (first > 0 && ink[(first - 1) * lane + along * step] === 1 && rule.at - first < thick + 1) first--;
    while (last < lanes - 1 && ink[(last + 1) * lane + along * step] === 1 && last - rule.at < thick + 1) last++;
    if (last - first > thick + 1) continue;
    for (let at = Math.max(0, first - 2); at <= Math.min(lanes - 1, last + 2); at++) {
      grey[at * lane + along * step] = 255;
      // Gone for the lines that cross it, too.
      ink[at * lane + along * step] = 0;
    }
  }
}

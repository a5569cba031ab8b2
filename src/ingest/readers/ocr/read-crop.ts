import type { Page, Word as Recognised, Worker } from 'tesseract.js';
import { toNfc } from '../../../vietnamese/normalize.ts';
import type { Box, Crop } from './crop.ts';
import { findSpots } from './find-spots.ts';
import { mendComparator } from './mend-comparator.ts';
import { mendFigure } from './mend-figure.ts';
import { mendPerMille } from './mend-per-mille.ts';
import { overlookedInk } from './overlooked-ink.ts';
import { inkOf, type Picture } from './picture.ts';
import type { SeenLine, SeenWord } from './seen-word.ts';
import { isDoubtful, isNoise } from './trust.ts';

/** The lines recognised in a crop, in pixels of the page it was cut from. */
export async function readCrop(worker: Worker, crop: Crop): Promise<SeenLine[]> {
  const { data } = await worker.recognize(encoded(crop.picture), {}, { blocks: true, text: false });
  return linesOf(data, crop);
}

/** A portable grey map: nothing to compress and nothing to decode. */
function encoded({ grey, width, height }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}

function linesOf({ blocks }: Page, crop: Crop): SeenLine[] {
  const seen = { ink: inkOf(crop.picture), width: crop.picture.width, height: crop.picture.height };
  const lines = (blocks ?? []).flatMap((block) => block.paragraphs.flatMap(({ lines }) => lines));
  const usual = usualHeight(lines.map(({ rowAttributes }) => rowAttributes.rowHeight));
  return lines.map(({ words, baseline, rowAttributes, bbox }) => {
    const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
    const foot = (x: number): number => baseline.y0 + slope * (x - baseline.x0);
    const height = usual(rowAttributes.rowHeight);
    const kept = words.flatMap((word) => seenWord(word, { crop, seen, foot, height }));
    const boxes = words.map((word) => boxOf(word.bbox));
    const overlooked = overlookedInk(seen, { foot, height, boxes }).map(({ left, right }) => ({
      left: crop.toSource(left, 0).x,
      right: crop.toSource(right, 0).x,
    }));
    return { words: kept, box: inPage(crop, boxOf(bbox)), overlooked };
  });
}

/** Rows differ by the letters that happen to be in them: those about as high as most are as high as most. */
function usualHeight(heights: readonly number[]): (height: number) => number {
  const most = [...heights].sort((a, b) => a - b)[Math.floor(heights.length * 0.7)] ?? 0;
  return (height) => (Math.abs(height - most) <= most * 0.25 ? most : height);
}

type Corners = { x0: number; y0: number; x1: number; y1: number };
const boxOf = ({ x0, y0, x1, y1 }: Corners): Box => ({ left: x0, top: y0, right: x1, bottom: y1 });

function inPage({ toSource }: Crop, { left, top, right, bottom }: Box): Box {
  const [start, end] = [toSource(left, top), toSource(right, bottom)];
  return { left: start.x, top: start.y, right: end.x, bottom: end.y };
}

type LinePlace = {
  crop: Crop;
  seen: { ink: Uint8Array; width: number; height: number };
  foot: (x: number) => number;
  height: number;
};

function seenWord({ text, confidence, bbox }: Recognised, { crop, seen, foot, height }: LinePlace): SeenWord[] {
  const said = toNfc(text).replace(/[\p{Co}\p{Cc}]/gu, '');
  if (isNoise(said, confidence)) return [];
  const { text: shown, isDoubtful: isMended } = mended(
    said,
    { ...boxOf(bbox), bottom: Math.min(seen.height, bbox.y1 + 4) },
    seen,
  );
  const at = crop.toSource(bbox.x0, foot((bbox.x0 + bbox.x1) / 2));
  const size = crop.toSource(0, height).y - crop.toSource(0, 0).y;
  return [
    {
      ...inPage(crop, boxOf(bbox)),
      text: shown,
      baseline: at.y,
      size,
      confidence,
      isDoubtful: isDoubtful(shown, confidence) || isMended,
    },
  ];
}

function mended(said: string, box: Box, seen: LinePlace['seen']): { text: string; isDoubtful: boolean } {
  const compared = mendComparator(said, seen, box) ?? said;
  if (!/[\d%]/.test(said)) return { text: compared, isDoubtful: false };
  const spots = findSpots(seen, box);
  const rated = mendPerMille(compared, seen, { box, spots });
  return rated === null ? mendFigure(compared, spots) : { text: rated, isDoubtful: true };
}

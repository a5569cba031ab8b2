import type { Box } from '../ocr/crop.ts';
import type { Rule } from '../printed/printed-page.ts';
import type { PDFPageProxy } from './open-pdf.ts';

/**
 * What is drawn on a page besides its words. `pictures`: where they lie, in points. `isHidden`: most of its text is not shown, as scanning
 * programs lay it under the picture.
 */
export type PageDrawing = { rules: Rule[]; pictures: Box[]; isHidden: boolean; isEmpty: boolean };

type Matrix = readonly [number, number, number, number, number, number];

/** A filled bar up to so thick is a line. */
const thickest = 3;
const mostRules = 20_000;
const mostPictures = 200;
const invisible = 3;

/** The straight lines drawn on a page, in points from its top left corner. */
export async function pageDrawing(page: PDFPageProxy): Promise<PageDrawing> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  const strokes = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]);
  const fills = new Set([OPS.fill, OPS.eoFill]);
  const pictures = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const pen = createPen(page.getViewport({ scale: 1 }).transform as unknown as Matrix);
  let shown = 0;
  let hidden = 0;
  let mode = 0;
  for (const [at, operation] of fnArray.entries()) {
    const args = argsArray[at];
    if (operation === OPS.save) pen.save();
    else if (operation === OPS.restore) pen.restore();
    else if (operation === OPS.transform) pen.move(args);
    else if (operation === OPS.paintFormXObjectBegin) {
      pen.save();
      if (args?.[0]) pen.move(args[0]);
    } else if (operation === OPS.paintFormXObjectEnd) pen.restore();
    else if (pictures.has(operation)) pen.picture();
    else if (operation === OPS.setTextRenderingMode) mode = args[0];
    else if (operation === OPS.showText) mode === invisible ? hidden++ : shown++;
    else if (operation === OPS.constructPath && (strokes.has(args[0]) || fills.has(args[0])))
      pen.draw(args[1]?.[0], fills.has(args[0]));
  }
  return { rules: pen.rules, pictures: pen.pictures, isHidden: hidden > shown, isEmpty: fnArray.length === 0 };
}

function createPen(view: Matrix) {
  let current = view;
  const kept: Matrix[] = [];
  const rules: Rule[] = [];
  const pictures: Box[] = [];
  const keep = (rule: Rule | null): void => {
    if (rule !== null && rules.length < mostRules) rules.push(rule);
  };
  return {
    rules,
    pictures,
    /** A picture fills the unit square. */
    picture() {
      if (pictures.length < mostPictures)
        pictures.push(boxAround(unitSquare.map((corner) => applied(current, corner))));
    },
    save: () => void kept.push(current),
    restore: () => {
      current = kept.pop() ?? view;
    },
    move: (matrix: Matrix) => {
      current = product(current, matrix);
    },
    draw(path: ArrayLike<number> | undefined, isFilled: boolean) {
      for (const { points, isPlain } of partsOf(path)) {
        const shown = points.map((point) => applied(current, point));
        if (isFilled) keep(isPlain ? barOf(shown) : null);
        else for (let at = 1; at < shown.length; at++) keep(ruleOf(shown[at - 1], shown[at]));
      }
    },
  };
}

type Point = { x: number; y: number };

const unitSquare: readonly Point[] = [0, 1].flatMap((x) => [0, 1].map((y) => ({ x, y })));

const boxAround = (points: readonly Point[]): Box => ({
  left: Math.min(...points.map(({ x }) => x)),
  right: Math.max(...points.map(({ x }) => x)),
  top: Math.min(...points.map(({ y }) => y)),
  bottom: Math.max(...points.map(({ y }) => y)),
});
type PathPart = { points: Point[]; isPlain: boolean };

/** The parts of a path as pdf.js packs it: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. Curves are no rules. */
function partsOf(path: ArrayLike<number> | undefined): PathPart[] {
  const parts: PathPart[] = [];
  if (path === undefined) return parts;
  const lengths = [2, 2, 6, 4, 0];
  for (let at = 0; at < path.length; ) {
    const kind = path[at] ?? 4;
    const length = lengths[kind] ?? 0;
    const point = { x: path[at + length - 1] ?? 0, y: path[at + length] ?? 0 };
    const part = parts.at(-1);
    if (kind === 0 || part === undefined) parts.push({ points: [point], isPlain: true });
    else if (kind === 4) part.points.push(part.points[0] ?? point);
    else part.points.push(point);
    if (part !== undefined && (kind === 2 || kind === 3)) part.isPlain = false;
    at += length + 1;
  }
  return parts;
}

function ruleOf(from: Point | undefined, to: Point | undefined): Rule | null {
  if (from === undefined || to === undefined) return null;
  const [width, height] = [Math.abs(from.x - to.x), Math.abs(from.y - to.y)];
  if (height <= 1 && width > thickest)
    return { isLevel: true, at: (from.y + to.y) / 2, from: Math.min(from.x, to.x), to: Math.max(from.x, to.x) };
  if (width <= 1 && height > thickest)
    return { isLevel: false, at: (from.x + to.x) / 2, from: Math.min(from.y, to.y), to: Math.max(from.y, to.y) };
  return null;
}

/** A thin filled bar, as word processors draw their borders. */
function barOf(points: readonly Point[]): Rule | null {
  const { left, right, top, bottom } = boxAround(points);
  if (bottom - top <= thickest && right - left > bottom - top)
    return { isLevel: true, at: (top + bottom) / 2, from: left, to: right };
  return right - left <= thickest ? { isLevel: false, at: (left + right) / 2, from: top, to: bottom } : null;
}

const product = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const applied = (m: Matrix, { x, y }: Point): Point => ({
  x: m[0] * x + m[2] * y + m[4],
  y: m[1] * x + m[3] * y + m[5],
});

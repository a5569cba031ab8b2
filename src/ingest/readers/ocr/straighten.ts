import { inkOf, lightAt, type Picture } from './picture.ts';

const mostDegrees = 5;

/** The picture turned so that its lines of text are level; itself when they are. */
export function straighten(picture: Picture): Picture {
  const degrees = skewOf(picture);
  return Math.abs(degrees) < 0.1 ? picture : turned(picture, degrees);
}

/** How far the lines of text fall to the right, in degrees: turned by as much, the ink falls into the sharpest rows. */
function skewOf(picture: Picture): number {
  const points = inkPoints(picture);
  if (points.length < 200) return 0;
  const best = (from: number, to: number, step: number): number => {
    let found = { degrees: 0, sharpness: -1 };
    for (let degrees = from; degrees <= to + 1e-9; degrees += step) {
      const sharpness = sharpnessAt(points, degrees);
      if (sharpness > found.sharpness) found = { degrees, sharpness };
    }
    return found.degrees;
  };
  const about = best(-mostDegrees, mostDegrees, 0.5);
  return best(about - 0.45, about + 0.45, 0.05);
}

type Point = { x: number; y: number };
const mostPoints = 40_000;

/** Places of ink, thinned out. */
function inkPoints(picture: Picture): Point[] {
  const ink = inkOf(picture);
  let count = 0;
  for (const one of ink) count += one;
  const step = Math.max(1, Math.round(count / mostPoints));
  const points: Point[] = [];
  let seen = 0;
  for (let at = 0; at < ink.length; at++) {
    if (ink[at] === 1 && seen++ % step === 0) points.push({ x: at % picture.width, y: Math.floor(at / picture.width) });
  }
  return points;
}

function sharpnessAt(points: readonly Point[], degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Map<number, number>();
  for (const { x, y } of points) {
    const row = Math.round((y - x * slope) / 2);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of rows.values()) sum += count * count;
  return sum;
}

/** Turned about its middle, of the same size; what comes in from outside is white. */
function turned(source: Picture, degrees: number): Picture {
  const { width, height } = source;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [middleX, middleY] = [width / 2, height / 2];
  const result = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = middleX + (x - middleX) * cos - (y - middleY) * sin;
      const fromY = middleY + (x - middleX) * sin + (y - middleY) * cos;
      result[y * width + x] = lightAt(source, fromX, fromY);
    }
  }
  return { grey: result, width, height };
}

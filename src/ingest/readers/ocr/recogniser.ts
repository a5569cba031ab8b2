import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Page, Worker } from 'tesseract.js';
import { toNfc } from '../../../vietnamese/normalize.ts';
import type { PrintedPage, Rule, Word } from '../printed/printed-page.ts';
import { ruledGrids } from '../printed/ruled-grid.ts';
import { countSpots } from './count-spots.ts';
import type { Crop } from './crop.ts';
import { despeckle } from './despeckle.ts';
import { takeRules } from './find-rules.ts';
import { mendNumbering } from './mend-numbering.ts';
import { inkOf, type Picture } from './picture.ts';
import { readingOrder } from './reading-order.ts';
import { straighten } from './straighten.ts';
import { isDoubtful, isNoise } from './trust.ts';

/** Recognises Vietnamese print in pictures. Close it when done. */
export type Recogniser = {
  /** The page shown by a picture of so many pixels a point. */
  recognise(picture: Picture, page: { number: number; perPoint: number }): Promise<PrintedPage>;
  close(): Promise<void>;
};

/** Nothing is started before the first picture, and nothing fetched: the language data are a package. */
export function createRecogniser(): Recogniser {
  let starting: Promise<Worker> | null = null;
  return {
    async recognise(picture, { number, perPoint }) {
      const [width, height] = [picture.width / perPoint, picture.height / perPoint];
      const paper = despeckle(picture, perPoint);
      if (!isPage(paper)) return { number, width, height, words: [], rules: [] };
      starting ??= startWorker();
      const worker = await starting;
      const { rules, picture: clean } = takeRules(straighten(paper), perPoint);
      const drawn = rules.map((rule) => scaled(rule, 1 / perPoint));
      const grids = ruledGrids(drawn);
      const words: Word[] = [];
      for (const crop of readingOrder(clean, grids, perPoint)) {
        const { data } = await worker.recognize(encoded(crop.picture), {}, { blocks: true, text: false });
        words.push(...wordsOf(data, crop).map((word) => inPoints(word, perPoint)));
      }
      return { number, width, height, words: mendNumbering(words, grids), rules: drawn };
    },
    async close() {
      const worker = await starting;
      starting = null;
      await worker?.terminate();
    },
  };
}

const scaled = ({ isLevel, at, from, to }: Rule, by: number): Rule => ({
  isLevel,
  at: at * by,
  from: from * by,
  to: to * by,
});

const inPoints = (word: Word, perPoint: number): Word => ({
  ...word,
  left: word.left / perPoint,
  right: word.right / perPoint,
  baseline: word.baseline / perPoint,
  size: word.size / perPoint,
});

/** Signs that no directive is written with: worn letters and remains of lines are not to be taken for them. */
const unused = '|¦†‡©®™¢£¥€«»‹›{}\\^_`~¬⁄§¶¤¿¡½¼¾¹²³ªº¨¯´¸ßþÞðÐøØæÆœŒçÇñÑäÄëËïÏöÖüÜÿåÅûÛîÎ';

async function startWorker(): Promise<Worker> {
  const { createWorker, PSM } = (await import('tesseract.js')).default;
  const home = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'));
  const worker = await createWorker('vie', 1, { langPath: `${home}/4.0.0`, cacheMethod: 'none', gzip: true });
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_BLOCK,
    tessedit_char_blacklist: unused,
    user_defined_dpi: '200',
  });
  return worker;
}

/** Print covers a twentieth of its paper; what is all ink is a picture of something else, and none at all is an empty page. */
function isPage({ grey }: Picture): boolean {
  let ink = 0;
  for (const light of grey) if (light < 160) ink++;
  return ink > 50 && ink < grey.length * 0.25;
}

/** A portable grey map: nothing to compress and nothing to decode. */
function encoded({ grey, width, height }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}

/** The words of a crop, in pixels of the picture it was cut from. */
function wordsOf({ blocks }: Page, { picture, toSource }: Crop): Word[] {
  const ink = inkOf(picture);
  const hasMoreInk = (said: string, { x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }): boolean =>
    /^\d[\d.,]*$/.test(said) &&
    countSpots(
      { ink, width: picture.width },
      { left: x0, top: y0, right: x1, bottom: Math.min(picture.height, y1 + 4) },
    ) > said.length;
  const lines = (blocks ?? []).flatMap((block) => block.paragraphs.flatMap(({ lines }) => lines));
  return lines.flatMap(({ words, baseline, rowAttributes }) => {
    const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
    const height = rowAttributes.rowHeight * 0.8;
    return words.flatMap(({ text, confidence, bbox }): Word[] => {
      const said = toNfc(text).replace(/[\p{Co}\p{Cc}]/gu, '');
      if (isNoise(said, confidence)) return [];
      const foot = baseline.y0 + slope * ((bbox.x0 + bbox.x1) / 2 - baseline.x0);
      const [start, end] = [toSource(bbox.x0, foot), toSource(bbox.x1, foot + height)];
      const place = { left: start.x, right: end.x, baseline: start.y, size: end.y - start.y };
      return [{ text: said, ...place, isDoubtful: isDoubtful(said, confidence) || hasMoreInk(said, bbox) }];
    });
  });
}

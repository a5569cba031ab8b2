import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Page, Worker } from 'tesseract.js';
import { toNfc } from '../../../vietnamese/normalize.ts';
import type { PrintedPage, Word } from '../printed/printed-page.ts';
import { takeRules } from './find-rules.ts';
import type { Picture } from './picture.ts';
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
      starting ??= startWorker();
      const worker = await starting;
      const { rules, picture: clean } = takeRules(straighten(picture), perPoint);
      await worker.setParameters({ user_defined_dpi: String(Math.round(perPoint * 72)) });
      const { data } = await worker.recognize(encoded(clean), {}, { blocks: true, text: false });
      return {
        number,
        width: picture.width / perPoint,
        height: picture.height / perPoint,
        words: wordsOf(data, perPoint),
        rules: rules.map((rule) => ({
          ...rule,
          at: rule.at / perPoint,
          from: rule.from / perPoint,
          to: rule.to / perPoint,
        })),
      };
    },
    async close() {
      const worker = await starting;
      starting = null;
      await worker?.terminate();
    },
  };
}

async function startWorker(): Promise<Worker> {
  const { createWorker, PSM } = (await import('tesseract.js')).default;
  const home = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'));
  const worker = await createWorker('vie', 1, { langPath: `${home}/4.0.0`, cacheMethod: 'none', gzip: true });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK });
  return worker;
}

/** A portable grey map: nothing to compress and nothing to decode. */
function encoded({ grey, width, height }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}

function wordsOf({ blocks }: Page, perPoint: number): Word[] {
  const lines = (blocks ?? []).flatMap((block) => block.paragraphs.flatMap(({ lines }) => lines));
  return lines.flatMap(({ words, baseline, rowAttributes }) => {
    const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
    const size = (rowAttributes.rowHeight * 0.8) / perPoint;
    return words.flatMap(({ text, confidence, bbox }): Word[] => {
      const said = toNfc(text).replace(/[\p{Co}\p{Cc}]/gu, '');
      if (isNoise(said, confidence)) return [];
      const middle = (bbox.x0 + bbox.x1) / 2;
      return [
        {
          text: said,
          left: bbox.x0 / perPoint,
          right: bbox.x1 / perPoint,
          baseline: (baseline.y0 + slope * (middle - baseline.x0)) / perPoint,
          size,
          isDoubtful: isDoubtful(said, confidence),
        },
      ];
    });
  });
}

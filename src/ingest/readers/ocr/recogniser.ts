import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Worker } from 'tesseract.js';
import { noPhrases, type Phrases } from '../../../vietnamese/phrases.ts';
import type { PrintedPage, Rule, Word } from '../printed/printed-page.ts';
import { ruledGrids } from '../printed/ruled-grid.ts';
import { despeckle } from './despeckle.ts';
import { takeRules } from './find-rules.ts';
import { mendCells } from './mend-cells.ts';
import { mendNumbering } from './mend-numbering.ts';
import type { Picture } from './picture.ts';
import { readPage } from './read-page.ts';
import type { SeenWord } from './seen-word.ts';
import { straighten } from './straighten.ts';
/** Recognises Vietnamese print in pictures. Close it when done. */
export type Recogniser = {
  /** The page shown by a picture of so many pixels a point. */
  recognise(picture: Picture, page: { number: number; perPoint: number }): Promise<PrintedPage>;
  close(): Promise<void>;
};

/** Nothing is started before the first picture, and nothing fetched: the language data are a package. Words are held against `phrases`. */
export function createRecogniser(phrases: Phrases = noPhrases): Recogniser {
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
      const seen = await readPage(worker, clean, { grids, perPoint, phrases });
      const words = seen.map((word) => inPoints(word, perPoint));
      return { number, width, height, words: mendCells(mendNumbering(words, grids), grids), rules: drawn };
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

const inPoints = ({ text, left, right, baseline, size, isDoubtful }: SeenWord, perPoint: number): Word => ({
  text,
  left: left / perPoint,
  right: right / perPoint,
  baseline: baseline / perPoint,
  size: size / perPoint,
  isDoubtful,
});

/** Signs that no directive is written with: worn letters and remains of lines are not to be taken for them. */
const unused = '|¦†‡©®™¢£¥€«»‹›{}\\^_`~¬⁄§¶¤¿¡½¼¾¹²³ªº¨¯´¸ßþÞðÐøØæÆœŒçÇñÑäÄëËïÏöÖüÜÿåÅûÛîÎ';

async function startWorker(): Promise<Worker> {
  const { createWorker } = (await import('tesseract.js')).default;
  const home = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'));
  const worker = await createWorker('vie', 1, { langPath: `${home}/4.0.0`, cacheMethod: 'none', gzip: true });
  await worker.setParameters({
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

import type { Worker } from 'tesseract.js';
import type { Phrases } from '../../../vietnamese/phrases.ts';
import type { RuledGrid } from '../printed/ruled-grid.ts';
import { type Box, type Crop, cropped } from './crop.ts';
import { doubtNeighbours } from './doubt-neighbours.ts';
import { emptyCell } from './empty-cell.ts';
import { isWeak, mergedReadings, wholeLine } from './look-again.ts';
import { mendWords } from './mend-words.ts';
import { pagePhrases } from './page-phrases.ts';
import type { Picture } from './picture.ts';
import { readCrop } from './read-crop.ts';
import { readingOrder } from './reading-order.ts';
import type { SeenLine, SeenWord } from './seen-word.ts';

/** Pixels a point for the second look: another size than the first, so that it is a reading of its own. */
const secondScale = 330 / 72;
/** Lines of a page that are looked at again at most: a page of nothing but noise takes no longer than others. */
const mostAgain = 150;

type PageLayout = { grids: readonly RuledGrid[]; perPoint: number; phrases: Phrases };

/** The words of a straight page without rules, block by block; lines with figures or words that were not clear are looked at twice. */
export async function readPage(worker: Worker, page: Picture, layout: PageLayout): Promise<SeenWord[]> {
  const { PSM } = (await import('tesseract.js')).default;
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK });
  const blocks: Block[] = [];
  for (const crop of readingOrder(page, layout.grids, layout.perPoint))
    blocks.push({ crop, lines: await readCrop(worker, crop) });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE });
  const lines = await secondLook(worker, page, { blocks, layout });
  const phrases = { known: layout.phrases, own: pagePhrases(lines) };
  return lines.flatMap((line) => mendWords(doubtNeighbours(line), phrases));
}

/** Lines that were read together in one crop. */
type Block = { crop: Crop; lines: readonly SeenLine[] };
type FirstLook = { blocks: readonly Block[]; layout: PageLayout };

async function secondLook(worker: Worker, page: Picture, { blocks, layout }: FirstLook): Promise<SeenLine[]> {
  const { grids, perPoint } = layout;
  const look = async ({ source, shown }: Pick<Crop, 'source' | 'shown'>, box: Box): Promise<SeenWord[]> => {
    const lines = await readCrop(worker, cropped(source, { box, shown, scale: secondScale / perPoint }));
    return lines.flatMap((line) => line.words);
  };
  let again = 0;
  const lines: SeenLine[] = [];
  for (const { crop, lines: block } of blocks) {
    for (const line of block) {
      if (!isWeak(line) || again++ >= mostAgain) lines.push(line);
      else lines.push({ ...line, words: mergedReadings(line, await look(crop, wholeLine(line, block)), block) });
    }
  }
  const words = lines.flatMap((line) => line.words);
  for (const cell of grids.flatMap(({ rows }) => rows.flat())) {
    const box = emptyCell(page, { cell, words, perPoint });
    if (box === null || again++ >= mostAgain) continue;
    const seen = (await look({ source: page, shown: [box] }, box)).map((word) => ({ ...word, isDoubtful: true }));
    lines.push({ words: seen, box, overlooked: [] });
  }
  return lines;
}

import { findSecrecyMark } from '../../secrecy/find-secrecy-mark.ts';
import { isFramePhrase } from '../frame-table.ts';
import { openZip, partText, type Zip, zipNames } from '../open-zip.ts';
import type { Reader, ReadResult } from '../reader.ts';
import { textLayout } from '../text-layout.ts';
import { readNumbering } from './numbering.ts';
import { readStory } from './read-story.ts';
import { flatText, type Story } from './story.ts';
import { writeStory } from './write-story.ts';

/** Word documents (Office Open XML). Macros, links and embedded files are not opened. */
export const docx: Reader = {
  accepts: (bytes) => zipNames(bytes).has('word/document.xml'),
  read: async (bytes) => readDocx(openZip(bytes)),
};

function readDocx(zip: Zip): ReadResult {
  const numbering = readNumbering(partText(zip, 'word/numbering.xml'), partText(zip, 'word/styles.xml'));
  const story = (name: string): Story => {
    const xml = partText(zip, name);
    return xml === null ? [] : readStory(xml, numbering);
  };
  const layout = textLayout();
  for (const frame of frames(partsLike(zip, /^word\/(?:header|footer)\d*\.xml$/).map(story))) writeStory(layout, frame);
  writeStory(layout, story('word/document.xml'));
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) writeStory(layout, story(name));
  return layout.result();
}

const mostParts = 40;

const partsLike = (zip: Zip, pattern: RegExp): string[] =>
  [...zip.names]
    .filter((name) => pattern.test(name))
    .sort()
    .slice(0, mostParts);

/**
 * What repeats on every page is no part of what a document says, but for a stamp of secrecy or the head of the letter, which some offices put
 * there. Each is said once.
 */
function frames(stories: readonly Story[]): Story[] {
  const byText = new Map(stories.map((story) => [flatText(story), story]));
  return [...byText].flatMap(([, story]) => (linesOf(story).some(isFrameLine) ? [story] : []));
}

const linesOf = (story: Story): string[] =>
  story.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.text.split('\n')
      : block.rows.flatMap((row) => row.flatMap((cell) => linesOf(cell.story))),
  );

const isFrameLine = (line: string): boolean => isFramePhrase(line) || findSecrecyMark(line, '') !== null;

import { DataError } from '../../../domain/errors.ts';
import { openZip, partText, type Zip, zipNames } from '../open-zip.ts';
import type { Reader, ReadResult } from '../reader.ts';
import { textLayout } from '../text-layout.ts';
import { readNumbering } from './numbering.ts';
import { readStory } from './read-story.ts';
import type { Story } from './story.ts';
import { writeStory } from './write-story.ts';

/** Word documents (Office Open XML). Macros, links and embedded files are not opened. */
export const docx: Reader = {
  accepts: (bytes) => zipNames(bytes).has('word/document.xml'),
  read: async (bytes) => readDocx(openZip(bytes)),
};

function readDocx(zip: Zip): ReadResult {
  const main = partText(zip, 'word/document.xml');
  if (main === null) throw new DataError('Tệp Word không có nội dung.', 'docx');
  const numbering = readNumbering(partText(zip, 'word/numbering.xml'), partText(zip, 'word/styles.xml'));
  const story = (name: string): Story => {
    const xml = partText(zip, name);
    return xml === null ? [] : readStory(xml, numbering);
  };
  const layout = textLayout();
  const body = readStory(main, numbering);
  writeFrames(layout, partsLike(zip, /^word\/header\d*\.xml$/).map(story));
  writeStory(layout, body);
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) writeStory(layout, story(name));
  writeFrames(layout, partsLike(zip, /^word\/footer\d*\.xml$/).map(story));
  return layout.result();
}

const mostParts = 40;

const partsLike = (zip: Zip, pattern: RegExp): string[] =>
  [...zip.names]
    .filter((name) => pattern.test(name))
    .sort()
    .slice(0, mostParts);

/** Headers and footers: stamps may stand there. Each is said once; those with nothing but a page number are left out. */
function writeFrames(layout: ReturnType<typeof textLayout>, stories: readonly Story[]): void {
  const said = new Set<string>();
  for (const story of stories) {
    const text = JSON.stringify(story);
    if (said.has(text)) continue;
    said.add(text);
    const lines = story.filter((block) => block.kind === 'table' || /\p{L}{2}/u.test(block.text));
    writeStory(layout, lines);
  }
}

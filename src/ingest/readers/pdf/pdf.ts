import { DataError } from '../../../domain/errors.ts';
import { createRecogniser, type Recogniser } from '../ocr/recogniser.ts';
import { isLegible, noPrint } from '../ocr/trust.ts';
import type { PrintedPage } from '../printed/printed-page.ts';
import { writePages } from '../printed/write-pages.ts';
import type { Reader, ReadOptions, ReadResult } from '../reader.ts';
import { drawPage } from './draw-page.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { pageDrawing } from './page-rules.ts';
import { pageWords } from './page-words.ts';
import { pictureText } from './picture-text.ts';
import { fewestLetters, isReadable, mendedWords } from './readable-text.ts';
import { stampPlaces } from './stamp-places.ts';

const mostPages = 500;
/** Written pages whose pictures are looked at for a stamp: it stands on the first, or on each. */
const mostLooks = 3;

/** PDF documents; pages that are pictures are recognised. */
export const pdf: Reader = {
  accepts: (bytes) => isPdf(bytes),
  read: (bytes, options) => readPdf(bytes, options),
};

/** The mark may stand behind a little else (a mail server's line, a byte order mark). */
function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  return /^[\s\S]{0,1000}%PDF-\d/.test(head) && (head.startsWith('%PDF') || !/^\s*[<#]/.test(head));
}

async function readPdf(bytes: Uint8Array, { onProgress, phrases }: ReadOptions): Promise<ReadResult> {
  const open = await openPdf(bytes);
  const recogniser = createRecogniser(phrases);
  try {
    const total = open.document.numPages;
    if (total === 0) throw new DataError('Tệp PDF không có trang nào.', 'pdf');
    if (total > mostPages)
      throw new DataError(`Tệp PDF có ${total} trang, nhiều nhất ${mostPages}; hãy tách nhỏ rồi nạp lại.`, 'pdf');
    const pages: ReadPage[] = [];
    for (let number = 1; number <= total; number++) {
      const looks = pages.filter(({ isLooked }) => isLooked).length < mostLooks;
      pages.push(await readPage({ open, recogniser, looks }, number));
      onProgress?.({ done: number, total });
    }
    if (!isLegible(pages)) return { failed: noPrint };
    const inPictures = pages.map(({ inPictures }) => inPictures).filter((text) => text !== '');
    const written = writePages(pages);
    return 'failed' in written || inPictures.length === 0 ? written : { ...written, inPictures: inPictures.join('\n') };
  } finally {
    await recogniser.close();
    await open.close();
  }
}

/** `inPictures`: what its pictures say, where they were looked at. */
type ReadPage = PrintedPage & { inPictures: string; isLooked: boolean };
type Reading = { open: OpenPdf; recogniser: Recogniser; looks: boolean };

/** The words that are written on a page, or those that its picture shows when they are none or make no sense. */
async function readPage({ open, recogniser, looks }: Reading, number: number): Promise<ReadPage> {
  const page = await open.document.getPage(number);
  try {
    const { rules, pictures, isHidden, isEmpty } = await pageDrawing(page);
    const { words, letters, unknown } = await pageWords(page);
    const mended = mendedWords(words);
    const { width, height } = page.getViewport({ scale: 1 });
    const isWritten = letters >= fewestLetters && isReadable(mended, { letters, unknown, isScan: isHidden });
    if (isWritten || isEmpty) {
      const places = looks && isWritten ? await stampPlaces(page, pictures) : [];
      const inPictures = await pictureText(open, page, { places, recogniser });
      return { number, width, height, words: mended, rules, inPictures, isLooked: places.length > 0 };
    }
    const { picture, perPoint } = await drawPage(open, page);
    return { ...(await recogniser.recognise(picture, { number, perPoint })), inPictures: '', isLooked: false };
  } finally {
    page.cleanup();
  }
}

import type { PrintedPage } from '../printed/printed-page.ts';

/** Confidences of tesseract, 0..100, below which a word is doubted; a figure sooner than a word. */
const doubtfulWord = 60;
const doubtfulFigure = 88;

/** How numbers, dates and numbers of documents are written in Vietnamese; anything else with a digit in it was mistaken. */
const figure =
  /^[("“<>≤≥~±+-]?\d{1,3}(?:[.,]\d+)*(?:[-–/]\d[\d.,]*)*(?:%|‰)?[)"”.,;:/]*$|^\d{1,6}(?:[-–/]\d{1,4}){0,2}[)"”.,;:]*$|^\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]$/u;

/** A speck of the scan that was taken for signs; what compares is kept, however badly it was read. */
export const isNoise = (text: string, confidence: number): boolean =>
  text.trim() === '' ||
  (/^[|!_—–.,'‘’"“”*]{1,3}$/.test(text) && confidence < 80) ||
  (confidence < 15 && !/[<>=]/.test(text)) ||
  (confidence < 70 && !/[\p{L}\d%<>=]/u.test(text));

/** What a person should compare with the picture before it counts. */
export function isDoubtful(text: string, confidence: number): boolean {
  // "≥" is taken for ">" and "=".
  if (/[<>≤≥=]/.test(text)) return true;
  if (!/\d/.test(text)) return confidence < doubtfulWord;
  return confidence < doubtfulFigure || (!figure.test(text) && !/\p{L}/u.test(text)) || /\d[OoIl]|[OoIl]\d/.test(text);
}

/** What a person is told when nothing can be made of the pictures of a document. */
export const noPrint =
  'Không nhận ra chữ trong ảnh (ảnh mờ, đặt ngang hoặc không phải trang chữ); hãy quét lại rõ và thẳng rồi gửi lại.';

const mostDoubtful = 0.6;

/** Some words were read, and most of them well. */
export function isLegible(pages: readonly PrintedPage[]): boolean {
  const words = pages.flatMap((page) => page.words);
  const doubtful = words.filter((word) => word.isDoubtful).length;
  return words.length > 0 && doubtful <= words.length * mostDoubtful;
}

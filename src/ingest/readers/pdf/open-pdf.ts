import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { DataError } from '../../../domain/errors.ts';

export type { PDFDocumentProxy, PDFPageProxy };

/** A larger picture is not drawn: A3 at 600 dots an inch has so many. */
const mostPixels = 72e6;

export type OpenPdf = { document: PDFDocumentProxy; close(): Promise<void> };

/** Opens a PDF. Scripts, embedded files and links are left alone and nothing is fetched. Throws DataError when it is locked or broken. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  if (!hasEnd(bytes)) throw broken('end');
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = pathToFileURL(`${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/`).href;
  const task = getDocument({
    // A copy: pdf.js takes the bytes for itself.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    wasmUrl: `${home}wasm/`,
    standardFontDataUrl: `${home}standard_fonts/`,
    cMapUrl: `${home}cmaps/`,
    iccUrl: `${home}iccs/`,
    maxImageSize: mostPixels,
    canvasMaxAreaInBytes: mostPixels * 4,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  });
  try {
    return { document: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw reasonOf(error);
  }
}

function reasonOf(error: unknown): DataError {
  const name = error instanceof Error ? error.name : '';
  return name === 'PasswordException'
    ? new DataError('Tệp PDF được đặt mật khẩu, không đọc được; hãy bỏ mật khẩu rồi gửi lại.', 'pdf')
    : broken(name);
}

const broken = (place: string): DataError =>
  new DataError('Tệp PDF bị cắt cụt hoặc hỏng, không đọc được; hãy gửi lại.', 'pdf', place);

/** What follows the end may be a signature or a little of anything. Without it pages may be missing, and nobody would know. */
function hasEnd(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 65_536))).toString('latin1');
  return tail.includes('startxref') && tail.includes('%%EOF');
}

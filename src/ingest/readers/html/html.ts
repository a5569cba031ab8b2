import { decodeText } from '../encoding/decode-text.ts';
import type { Reader, ReadResult } from '../reader.ts';
import { textLayout } from '../text-layout.ts';
import { findContent, outerTitle } from './find-content.ts';
import { measurePage } from './measure-page.ts';
import { nestsDeeper } from './nesting.ts';
import type { PageElement } from './page-node.ts';
import { writeElement } from './write-element.ts';

const sampleBytes = 4096;
/** A larger page is no directive, and its tree would take the memory of a small machine. */
const deepestPage = 1000;
const largestPage = 8 * 2 ** 20;

/** Web pages and parts of them. Scripts are not run, nothing is fetched; what a reader of the page does not see is left out. */
export const html: Reader = {
  accepts: (bytes) => isPage(decodeText(bytes.subarray(0, sampleBytes)) ?? latin(bytes)),
  read: async (bytes) => readHtml(bytes),
};

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, sampleBytes)).toString('latin1');

const isPage = (head: string): boolean =>
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*){0,4}<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]|article|section|center|font|span|style)(?![a-z])/i.test(
    head,
  );

async function readHtml(bytes: Uint8Array): Promise<ReadResult> {
  if (bytes.length > largestPage) return { failed: 'Trang web quá lớn (hơn 8 MB), không phải một văn bản.' };
  const text = decodePage(bytes);
  if (text === null) return { failed: 'Trang web dùng bảng mã không đọc được.' };
  if (nestsDeeper(text, deepestPage)) return { failed: 'Trang web lồng quá sâu, không đọc được.' };
  const { parseHTML } = await import('linkedom');
  const { document } = parseHTML(isWhole(text) ? text : `<html><body>${text}</body></html>`);
  const body: PageElement | null = document.body;
  if (body === null) return { failed: 'Trang web không có nội dung.' };
  const measures = measurePage(body);
  const content = findContent(body, measures);
  const layout = textLayout();
  layout.paragraph(outerTitle(body, content, measures) ?? '');
  writeElement(layout, content, measures);
  return layout.result();
}

const isWhole = (text: string): boolean => /<(?:html|body)(?![a-z])/i.test(text.slice(0, 20_000));

/** Decoded by what the page declares, else by what its bytes look like. */
function decodePage(bytes: Uint8Array): string | null {
  const declared = /<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w-]{3,20})/i.exec(latin(bytes))?.[1] ?? '';
  const isOther = declared !== '' && !/^(?:utf-?8|utf-?16|unicode|x-user-defined)$/i.test(declared);
  if (!isOther) return decodeText(bytes);
  try {
    const text = new TextDecoder(declared, { fatal: false }).decode(bytes);
    return decodeText(new TextEncoder().encode(text));
  } catch {
    return decodeText(bytes);
  }
}

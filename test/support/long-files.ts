import { unzipSync } from 'fflate';
import { type FormatSample, formatSamples } from './format-sample.ts';
import { renderFormat } from './render-formats.ts';
import { renderPdf } from './render-pdf.ts';

/** `contentBytes`: of the file unpacked. */
export type LongFile = { bytes: Uint8Array; contentBytes: number };

/** One document of the blocks of all samples so many times over, as a PDF with text: some four pages each time. */
export const longPdf = (times: number): Promise<Uint8Array> => renderPdf(longSample(times));

/** The same as an Office file. */
export async function longOffice(format: 'docx' | 'xlsx', times: number): Promise<LongFile> {
  const bytes = await renderFormat(longSample(times), format);
  const parts = Object.values(unzipSync(bytes));
  return { bytes, contentBytes: parts.reduce((sum, part) => sum + part.length, 0) };
}

function longSample(times: number): FormatSample {
  const samples = formatSamples();
  const [first] = samples;
  if (first === undefined) throw new Error('test/samples/formats is empty');
  const blocks = samples.flatMap((sample) => sample.blocks);
  return { ...first, blocks: Array.from({ length: times }, () => blocks).flat(), gold: [] };
}

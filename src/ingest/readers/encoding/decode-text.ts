import { decodeLegacy, mendLegacyLetters } from './decode-legacy.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A text may lose this share of its characters to broken bytes (a cut-off download) before it counts as no text. */
const maxBrokenShare = 0.01;
const maxControlShare = 0.005;
const sampleBytes = 4096;

/**
 * Text of bytes in UTF-8 or UTF-16, with or without a byte order mark, or in one of the old Vietnamese code pages (TCVN3, VNI,
 * Windows-1258). Null when they are no such text (NULs, control characters, mostly undecodable).
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding, { fatal: false, ignoreBOM: false }).decode(bytes);
  if (isText(text)) return mendLegacyLetters(text);
  const legacy = encoding === 'utf-8' && isPrintable(bytes) ? decodeLegacy(bytes) : null;
  return legacy !== null && isText(legacy) ? legacy : null;
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return zeroPattern(bytes.subarray(0, sampleBytes));
}

/** UTF-16 without a mark: blanks, digits and plain letters leave every other byte zero, always on the same side. */
function zeroPattern(sample: Uint8Array): Encoding {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const enough = sample.length / 6;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return 'utf-8';
}

const longestSample = 2 ** 16;

/** No NULs and hardly any control characters at its start: what is not text need not be guessed at. */
function isPrintable(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, longestSample);
  const control = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return control <= sample.length * maxControlShare;
}

function isText(text: string): boolean {
  let broken = 0;
  let control = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return false;
    if (code === 0xfffd) broken++;
    else if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) control++;
  }
  return broken <= text.length * maxBrokenShare && control <= text.length * maxControlShare;
}

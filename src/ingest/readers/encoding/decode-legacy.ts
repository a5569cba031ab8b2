import { fromTcvn3 } from './tcvn3.ts';
import { vietnameseShare } from './vietnamese-share.ts';
import { fromVni } from './vni.ts';

/** Share of the marked words that must be Vietnamese syllables for a guess to be believed, and how many words it takes to judge. */
const believed = 0.85;
const fewestWords = 4;
/** Text that reads as Vietnamese this far is left as it is. */
const readable = 0.5;

/** Bytes that are no Unicode, as the Vietnamese code page that makes them Vietnamese: TCVN3, VNI or Windows-1258; null when none does. */
export function decodeLegacy(bytes: Uint8Array): string | null {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const best = bestOf(
    [fromTcvn3, fromVni, () => new TextDecoder('windows-1258').decode(bytes).normalize('NFC')],
    latin,
  );
  return best === null ? null : best(latin);
}

/** Unicode text whose letters are those of a legacy font taken for Latin ones ("Céng hßa", "Coäng hoøa"), mended; any other as it is. */
export function mendLegacyLetters(text: string): string {
  // Letters that only Vietnamese has, or marks of their own: no font of the old code pages leaves such.
  if (!/[\u00a1-\u00fe]/.test(text) || /[\u0300-\u0323\u1ea0-\u1ef9]/.test(text)) return text;
  const own = vietnameseShare(text);
  if (own.words < fewestWords || own.share >= readable) return text;
  const best = bestOf([fromTcvn3, fromVni], text);
  return best === null ? text : best(text);
}

type Decoding = (latin: string) => string;

function bestOf(decodings: readonly Decoding[], latin: string): Decoding | null {
  let best: { decode: Decoding; share: number } | null = null;
  for (const decode of decodings) {
    const { share, words } = vietnameseShare(decode(latin));
    if (words >= fewestWords && share >= believed && share > (best?.share ?? 0)) best = { decode, share };
  }
  return best?.decode ?? null;
}

import type { PlainText, Span } from './plain-text.ts';

/**
 * A stretch of a block that holds one or more values of one thought: up to ";" or the end of a sentence. `sentence` counts sentences:
 * what is said once ("Đến năm 2025, …; …; …") holds within one.
 */
export type Segment = Span & { sentence: number };

/** Ends of sentences and segments, on text whose brackets are blanked. "TP. Vinh" and "v.v." do not end one; "… 90%.Ổn định" does, and "… 93% vào năm 2030: phấn đấu …". */
const ends =
  /;|(?<=[\d%~] (?:vao|den) nam \d{4}):(?= (?:phan dau|giam|tang|nang|duy tri|ty le|ti le) )|(?<=[a-z]{3}|[%~])\.(?=[a-z§]{2})|(?:\.{3}|…)(?= |$)|(?<!(?: |^)(?:tp|tx|tt|q|p|gs|pgs|ts|ths|bs|ks|cn|dr|mr|no|v|st|nxb|nq|h|x))[.!?](?=\s|["”]|$)| (?=\(?\d{1,2}\) )| (?=[-+•–] [^ ]{1,12} )/g;

/** Splits a block; empty for an empty block. Offsets are those of the plain text. */
export function splitSegments(plain: PlainText): Segment[] {
  const found: Segment[] = [];
  let start = 0;
  let sentence = 0;
  for (const match of plain.flat.matchAll(ends)) {
    if (!isEnd(plain, match.index, match[0])) continue;
    const end = match.index;
    if (end > start) found.push({ start, end, sentence });
    start = end + match[0].length;
    if (!/^[;: ]$/.test(match[0])) sentence++;
  }
  if (plain.flat.length > start) found.push({ start, end: plain.flat.length, sentence });
  return found;
}

function isEnd(plain: PlainText, at: number, mark: string): boolean {
  if (mark === ';' || mark === ':') return true;
  if (mark === ' ') return isNewPoint(plain, at);
  const next = /^[.…!? "”]*/.exec(plain.text.slice(at))?.[0].length ?? 0;
  const first = plain.text.charAt(at + next);
  if (next === 1 && /\p{Lu}\P{Ll}/u.test(plain.text.slice(at + 1, at + 3))) return false;
  return first === '' || first !== first.toLowerCase() || /[\d"“(\-–+•]/.test(first);
}

/** Whether "(2) …" or "- …" inside a line begins a new point: only after something that ends one. */
function isNewPoint(plain: PlainText, at: number): boolean {
  const before = plain.flat.charAt(at - 1);
  if (/[\d(]/.test(plain.flat.charAt(at + 1))) return /[;:.,]/.test(before);
  // "… tăng 4,5% + Công nghiệp tăng 15%"
  if (plain.flat.charAt(at + 1) === '+' && /^\p{Lu}\p{Ll}/u.test(plain.text.slice(at + 3, at + 5))) return true;
  return /[;.]/.test(before);
}

/** What the outside of a line tells, on NFC text without white space around it. */

/** Ends a sentence or a list entry; a closing quote, bracket, star or "/." may follow the mark. */
export function endsSentence(text: string): boolean {
  return /[.;:!?…][”"’')\]*_]{0,4}$/.test(text) || /\.\/\.?$/.test(text);
}

export function startsLower(text: string): boolean {
  return /^\p{Ll}/u.test(text);
}

/** Capitals only, apart from a stray lower-case letter such as the g of "CT-TTg"; at least `least` letters. */
export function isCapsLine(text: string, least = 4): boolean {
  const allowed = text.length * 0.08;
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 65) continue;
    if (code >= 97 && code <= 122) lower++;
    else if (code <= 90) upper++;
    else if (code >= 192) isUpper(text.charAt(at)) ? upper++ : isLower(text.charAt(at)) && lower++;
    if (lower > allowed) return false;
  }
  return upper >= least && lower <= upper * 0.08;
}

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase();
const isLower = (letter: string): boolean => letter !== letter.toUpperCase();

/** "-----", "=====", "* * *", "_____": a drawn line. */
export function isRule(text: string): boolean {
  return text.length >= 2 && /^[-–—_=*.·~\s]+$/.test(text) && text.replace(/\s/g, '').length >= 2;
}

/** Takes Markdown bold and italics off both ends: "**Mục tiêu**" → where "Mục tiêu" stands. */
export function insideEmphasis(text: string): { start: number; end: number; isBold: boolean } {
  const open = /^(?:\*{1,3}|_{2,3})(?=\S)/.exec(text)?.[0].length ?? 0;
  const close = open === 0 ? 0 : (/(?:\*{1,3}|_{2,3})$/.exec(text.slice(open))?.[0].length ?? 0);
  return { start: open, end: text.length - close, isBold: open >= 2 && close >= 2 };
}

/** A person's name alone: two to five capitalised words, nothing else ("Hồ Văn Mười", "Y Thanh Hà Niê Kđăm"). */
export function isPersonName(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 6 || text.length > 40) return false;
  return words.every((word) => /^\p{Lu}[\p{L}'’]*$/u.test(word));
}

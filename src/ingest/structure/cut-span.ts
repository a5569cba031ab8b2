/** "giai đoạn 2009 / - 2020 của huyện": whether a line goes on with a span of years that the line break cut; an item "- 2020: …" does not. */
export function isCutSpan(before: string, text: string): boolean {
  const first = /(?<![\d–—-]\s{0,2})(?<!\d)((?:19|20)\d\d)\s?$/.exec(before.slice(-16))?.[1];
  const last = /^[-–—]\s{0,2}((?:19|20)\d\d)(?!\s?:|\d)/.exec(text)?.[1];
  return first !== undefined && last !== undefined && first < last;
}

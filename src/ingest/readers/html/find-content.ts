import type { Measures } from './measure-page.ts';
import { childElements, type PageElement } from './page-node.ts';

/** The content holds this share of the running text. */
const contentShare = 0.85;

/** The innermost part of a page with nearly all its running text; the page itself where that is spread. */
export function findContent(body: PageElement, measures: Measures): PageElement {
  const running = (element: PageElement) => measures.get(element)?.running ?? 0;
  const enough = running(body) * contentShare;
  let content = body;
  if (enough === 0) return body;
  for (;;) {
    const inner = childElements(content).reduce<PageElement | null>(
      (best, one) => (best === null || running(one) > running(best) ? one : best),
      null,
    );
    if (inner === null || running(inner) < enough || !mayHoldAll(inner)) return content;
    content = inner;
  }
}

const mayHoldAll = ({ localName }: PageElement): boolean =>
  !/^(?:p|ul|ol|li|table|tbody|thead|tr|td|pre|font|span|center|b|strong)$/.test(localName);

const shortestTitle = 20;

/** The only main heading of the page, where it stands outside the content; null where it stands inside or there are several. */
export function outerTitle(body: PageElement, content: PageElement, measures: Measures): string | null {
  const headings = [...measures.keys()].filter(
    ({ localName, textContent }) => localName === 'h1' && textContent?.trim(),
  );
  const [heading] = headings;
  if (heading === undefined || headings.length > 1) return null;
  for (let above = heading.parentElement; above !== null && above !== body; above = above.parentElement)
    if (above === content) return null;
  if (content === body) return null;
  const text = (heading.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text.length >= shortestTitle ? text : null;
}

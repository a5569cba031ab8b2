/** As much of a page's tree as reading needs. */
export type PageNode = {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
};

export type PageElement = PageNode & {
  readonly localName: string;
  readonly textContent: string | null;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
};

const elementNode = 1;
const textNode = 3;

export const isText = (node: PageNode): boolean => node.nodeType === textNode;

/** The node as an element; null for texts and comments. */
export const asElement = (node: PageNode): PageElement | null =>
  node.nodeType === elementNode ? (node as PageElement) : null;

/** The elements right inside an element, in order. */
export function childElements(element: PageElement): PageElement[] {
  const found: PageElement[] = [];
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    const one = asElement(child);
    if (one !== null) found.push(one);
  }
  return found;
}

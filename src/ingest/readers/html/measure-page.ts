import { asElement, isText, type PageElement } from './page-node.ts';
import { isShown } from './shown-element.ts';

/**
 * What an element holds: `running` letters of text that is neither a link nor a few words between menus, all `letters`, those in `linked`
 * ones, how many `links`, and whether a table stands in it.
 */
export type Measure = { running: number; letters: number; linked: number; links: number; hasTable: boolean };
export type Measures = ReadonlyMap<PageElement, Measure>;

/** Nothing deeper is read: no page of an office is, and a hostile one may be endless. */
export const deepestElement = 1000;
const shortestRun = 20;

/** Measures every element of a page that is shown, in one pass; what is not shown is not in the map. */
export function measurePage(body: PageElement): Measures {
  const measures = new Map<PageElement, Measure>();
  measure(body, { measures, depth: 0, isCell: false, isLink: false });
  return measures;
}

type Measuring = { measures: Map<PageElement, Measure>; depth: number; isCell: boolean; isLink: boolean };

function measure(element: PageElement, { measures, depth, isCell, isLink }: Measuring): Measure {
  const own: Measure = { running: 0, letters: 0, linked: 0, links: element.localName === 'a' ? 1 : 0, hasTable: false };
  if (depth > deepestElement || !isShown(element)) return own;
  const inLink = isLink || own.links > 0;
  const inCell = isCell || element.localName === 'td' || element.localName === 'th';
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    const inner = asElement(child);
    if (inner !== null) {
      const part = measure(inner, { measures, depth: depth + 1, isCell: inCell, isLink: inLink });
      own.running += part.running;
      own.letters += part.letters;
      own.linked += part.linked;
      own.links += part.links;
      own.hasTable ||= part.hasTable || inner.localName === 'table';
    } else if (isText(child)) {
      const length = (child.nodeValue ?? '').trim().length;
      own.letters += length;
      if (inLink) own.linked += length;
      else if (inCell || length >= shortestRun) own.running += length;
    }
  }
  measures.set(element, own);
  return own;
}

const fewestLinks = 3;

/** Related pages, menus and tags: a block that holds hardly anything but links. */
export function isListOfLinks({ links, linked, letters }: Measure): boolean {
  return links >= fewestLinks && linked > letters * 0.7;
}

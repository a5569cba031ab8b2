import type { PageElement } from './page-node.ts';

/** Elements that show no text of the page. */
const silent: ReadonlySet<string> = new Set(
  'script style noscript template svg canvas iframe object embed audio video map button select option datalist input textarea nav aside footer head title meta link del s strike rt rp dialog'.split(
    ' ',
  ),
);

const furnitureRole = /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar|dialog|alert|tablist)$/;
const furnitureName =
  /(?:^|[\s_-])(?:menu|nav|navbar|navigation|breadcrumbs?|footer|sidebar|side-?bar|comments?|comment-?form|share|social|related|lien-?quan|tin-?khac|tin-?lien-?quan|banner|advert\w*|quang-?cao|popup|modal|cookie|pagination|pager|toolbar|print|rating|skip-?link|sr-only|visually-hidden|hidden)(?:$|[\s_-])/i;

/** An element that a reader of the page does not see, or that belongs to the page and not to what it says. */
export function isShown(element: PageElement): boolean {
  if (silent.has(element.localName)) return false;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return false;
  const style = element.getAttribute('style') ?? '';
  if (/display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style)) return false;
  if (furnitureRole.test(element.getAttribute('role') ?? '')) return false;
  const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 200);
  return !furnitureName.test(name);
}

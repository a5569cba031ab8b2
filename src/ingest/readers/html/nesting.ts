/** Elements that end by themselves or hold nothing: leaving them open nests nothing. */
const selfClosing =
  /^(?:p|li|tr|td|th|dt|dd|option|thead|tbody|tfoot|br|hr|img|input|meta|link|col|base|area|wbr|source|o)$/i;

/** A page nests deeper than `limit` open elements. Told from its tags alone, before a tree is built, in one pass. */
export function nestsDeeper(page: string, limit: number): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (selfClosing.test(name)) continue;
    if (slash === '/') depth = Math.max(0, depth - 1);
    else if (++depth > limit) return true;
  }
  return false;
}

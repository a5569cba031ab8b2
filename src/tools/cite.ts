import type { Citation, Quote } from '../domain/citation.ts';
import type { Directive } from '../domain/directive.ts';
import { pageAt } from '../domain/page.ts';

/** The citation of a stored quote. `heading` is the path where it stands, outermost first. */
export function cite(directive: Directive, quote: Quote, heading: readonly string[]): Citation {
  const page = pageAt(directive.pages ?? [], quote.start);
  return {
    document: directive.id,
    title: directive.title,
    number: directive.number,
    issuer: directive.issuer,
    date: directive.date,
    heading: heading.join(' › '),
    quote: quote.quote,
    start: quote.start,
    end: quote.end,
    ...(page === null ? {} : { page }),
  };
}

/** "kế hoạch số 15/KH-UBND của Ủy ban nhân dân huyện Chợ Đồn, ngày 26/01/2022"; parts that the document does not give are left out. */
export function directiveName(directive: Pick<Directive, 'type' | 'number' | 'title' | 'issuer' | 'date'>): string {
  const kind = directive.type === 'khác' ? 'văn bản' : directive.type;
  const name = directive.number === null ? `“${directive.title}”` : `${kind} số ${directive.number}`;
  const issuer = directive.issuer === null ? '' : `, ${directive.issuer}`;
  return `${name}${issuer}${directive.date === null ? '' : `, ngày ${printedDate(directive.date)}`}`;
}

/** An ISO date as Vietnamese documents print it: "2022-01-26" → "26/01/2022". */
export function printedDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}/${month}/${year}`;
}

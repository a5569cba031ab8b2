import type { Citation } from '../domain/citation.ts';
import type { Directive } from '../domain/directive.ts';
import type { Catalog } from '../tools/catalog.ts';
import { directiveName } from '../tools/cite.ts';
import type { CitedTarget } from '../tools/tool.ts';
import { indicatorName, kindWords, placeAndTime, printedValue } from './write-parts.ts';

/** One thing that a model was shown, under the id it may point to. */
export type ShownEvidence =
  | { kind: 'figure'; cited: CitedTarget }
  | { kind: 'quote'; citation: Citation }
  | { kind: 'directive'; directive: Directive };

const longestLine = 700;
const withheld = '(nội dung văn bản nội bộ, không gửi ra ngoài)';

/**
 * What the model was shown in one turn. Everything it says must point here: f… figures, q… quotes, v… documents. What stands here came from
 * tools; the model can only choose from it.
 */
export class EvidenceLedger {
  private readonly rows = new Map<string, ShownEvidence>();
  private readonly ids = new Map<string, string>();
  private readonly catalog: Catalog;
  private readonly mayLeave: (directive: Directive) => boolean;

  constructor(catalog: Catalog, mayLeave: (directive: Directive) => boolean) {
    this.catalog = catalog;
    this.mayLeave = mayLeave;
  }

  /** Undefined for an id that was never shown. */
  get(id: string): ShownEvidence | undefined {
    return this.rows.get(id);
  }

  /** The id of the directive that a model names by its v…; null for an unknown one. */
  documentOf(id: string): string | null {
    const row = this.rows.get(id);
    return row?.kind === 'directive' ? row.directive.id : null;
  }

  /** The line that shows a figure. */
  figure(cited: CitedTarget): string {
    const { target } = cited;
    const id = this.idOf(`f ${target.id}`, { kind: 'figure', cited });
    const where = placeAndTime(target.locality, target.period);
    const words = `${indicatorName(target)}, ${where} (${kindWords[target.kind]}): ${printedValue(target)}`;
    return this.line(id, target.document, words);
  }

  /** The line that shows a sentence. */
  quote(citation: Citation): string {
    const { document, start, end, heading, quote } = citation;
    const id = this.idOf(`q ${document} ${start} ${end}`, { kind: 'quote', citation });
    return this.line(id, document, heading === '' ? quote : `(mục ${heading}) ${quote}`);
  }

  /** The line that shows a document. */
  directive(directive: Directive): string {
    const id = this.idOf(`v ${directive.id}`, { kind: 'directive', directive });
    return `[${id}] ${asData(`${directiveName(directive)} – ${directive.title}`)}`;
  }

  private line(id: string, document: string, words: string): string {
    const directive = this.catalog.directive(document);
    if (directive === null || !this.mayLeave(directive)) return `[${id}] ${withheld}`;
    return `[${id}] ${this.directive(directive).split(']')[0]}] ${asData(words)}`;
  }

  private idOf(key: string, row: ShownEvidence): string {
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const letter = key.slice(0, 1);
    const id = `${letter}${[...this.rows.keys()].filter((other) => other.startsWith(letter)).length + 1}`;
    this.ids.set(key, id);
    this.rows.set(id, row);
    return id;
  }
}

/** Text of a document as one line of data: no invisible marks, and nothing that looks like an id of ours. */
const asData = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}]+/gu, ' ')
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestLine);

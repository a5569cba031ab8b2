import { GrowingInts } from './growing-ints.ts';
import { termOf } from './terms.ts';

/**
 * Numbers for the terms of an index: one for each accented form, one for each folded form, and which accented forms fold to the same.
 * Terms are never taken out: there are as many as the language has syllables, and the numbers people write.
 */
export class Vocabulary {
  /** Folded form of each accented term. */
  readonly foldedOf = new GrowingInts(1024);
  /** Accented terms of each folded form. */
  readonly variantsOf: number[][] = [];
  readonly foldedForms: string[] = [];
  private readonly accented = new Map<string, number>();
  private readonly folded = new Map<string, number>();
  /** Tokens as written, so that each spelling is analysed once. */
  private readonly tokens = new Map<string, number>();

  get size(): number {
    return this.accented.size;
  }

  /** The accented term of a token, made when new. */
  idOf(token: string): number {
    return this.tokens.get(token) ?? this.addToken(token);
  }

  /** The accented term with this form; null when no text holds it. */
  findAccented(form: string): number | null {
    return this.accented.get(form) ?? null;
  }

  /** The folded term with this form; null when no text holds any spelling of it. */
  findFolded(form: string): number | null {
    return this.folded.get(form) ?? null;
  }

  private addToken(token: string): number {
    const term = termOf(token);
    const id = this.accented.get(term.accented) ?? this.addTerm(term.accented, term.folded);
    this.tokens.set(token, id);
    return id;
  }

  private addTerm(accentedForm: string, foldedForm: string): number {
    const id = this.accented.size;
    this.accented.set(accentedForm, id);
    let foldedId = this.folded.get(foldedForm);
    if (foldedId === undefined) {
      foldedId = this.folded.size;
      this.folded.set(foldedForm, foldedId);
      this.foldedForms.push(foldedForm);
      this.variantsOf.push([]);
    }
    this.foldedOf.set(id, foldedId);
    this.variantsOf[foldedId]?.push(id);
    return id;
  }
}

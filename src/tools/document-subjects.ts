import type { Directive } from '../domain/directive.ts';
import { fold } from '../vietnamese/fold.ts';
import { foldedSyllable, syllables } from '../vietnamese/syllables.ts';
import type { Catalog } from './catalog.ts';
import { nameWords } from './name-words.ts';
import type { AskedReader } from './read-asked.ts';

/** What documents are about: words that a question may say of them beside what it asks for. */
export type DocumentSubjects = {
  /** Ids of those whose title or issuer has just these words, standing together, in this order; empty for fewer than two syllables. */
  titled: (words: string) => string[];
  /** Ids of those whose title and issuer have all these words anywhere. */
  naming: (words: string) => string[];
  /**
   * Ids of those with a title for one thing, or a part of it between commas, that has just these words and some word of `beside`: what their
   * figures leave out of their names ("tỷ lệ giải ngân" in a directive on "giải ngân vốn đầu tư công").
   */
  about: (words: string, beside: string) => string[];
  /** Ids of those whose own figures are named with all these words, though not in one name. */
  speaking: (words: string) => string[];
};

/** Syllables stand between blanks, without marks. */
type Title = {
  /** Title and issuer. */
  whole: string;
  /** The parts of a title for one thing, between its commas; empty for a title of all fields. */
  fields: readonly string[];
};

/** Each title is taken apart once. */
const known = new WeakMap<Directive, Title>();

/** The subjects of these directives; null: of all. */
export function subjectsOf(catalog: Catalog, reader: AskedReader, ids: readonly string[] | null): DocumentSubjects {
  // In a title all in capitals "ĐẦU TƯ" holds no short form "TƯ".
  const written = (text: string): string =>
    text === text.toUpperCase() && text.length > 20 ? text : reader.writeOut(text);
  const plain = (text: string): string => ` ${foldedSyllables(written(text)).join(' ')} `;
  const titleOf = (directive: Directive): Title => {
    const { title, issuer } = directive;
    const taken = known.get(directive) ?? {
      whole: plain(`${title} , ${issuer ?? ''}`),
      fields: general.test(fold(title)) ? [] : title.split(fieldEnds).map((field) => plain(field.toLowerCase())),
    };
    known.set(directive, taken);
    return taken;
  };
  const bySyllable = titlesBySyllable(catalog.directives, titleOf);
  /** Only titles that have the rarest of these syllables are looked at. */
  const idsOf = (all: readonly string[], test: (title: Title) => boolean): string[] => {
    const lists = all.map((syllable) => bySyllable.get(syllable) ?? []);
    const fewest = Math.min(...lists.map(({ length }) => length));
    const some = lists.find(({ length }) => length === fewest) ?? [];
    return some.filter((one) => (ids?.includes(one.id) ?? true) && test(titleOf(one))).map(({ id }) => id);
  };
  return {
    titled: (words) => {
      const run = plain(words);
      return run.trim().includes(' ') ? idsOf(run.trim().split(' '), ({ whole }) => whole.includes(run)) : [];
    },
    naming: (words) => {
      const all = foldedSyllables(written(words));
      return all.length < 2 ? [] : idsOf(all, ({ whole }) => all.every((syllable) => whole.includes(` ${syllable} `)));
    },
    about: (words, beside) => {
      const run = plain(words);
      const others = foldedSyllables(written(beside)).filter((syllable) => syllable.length > 1);
      if (!run.trim().includes(' ')) return [];
      return idsOf(run.trim().split(' '), ({ fields }) =>
        fields.some(
          (field) =>
            field.includes(run) && (fields.length === 1 || others.some((other) => field.includes(` ${other} `))),
        ),
      );
    },
    speaking: (words) => {
      const telling = nameWords(reader.writeOut(words)).filter(({ weight }) => weight >= 0.5);
      if (telling.length === 0) return [];
      const [first = new Set<string>(), ...others] = telling.map(
        ({ token }) => new Set(catalog.targetsWith(token).map(({ target }) => target.document)),
      );
      return [...first].filter((id) => (ids?.includes(id) ?? true) && others.every((documents) => documents.has(id)));
    },
  };
}

const bySyllableOf = new WeakMap<Catalog['directives'], Map<string, Directive[]>>();

/** The directives of a catalog by the syllables of their titles and issuers, in its order; made once for each catalog. */
function titlesBySyllable(
  directives: Catalog['directives'],
  titleOf: (directive: Directive) => Title,
): Map<string, Directive[]> {
  const known = bySyllableOf.get(directives);
  if (known !== undefined) return known;
  const made = new Map<string, Directive[]>();
  for (const directive of directives) {
    for (const syllable of new Set(titleOf(directive).whole.trim().split(' '))) {
      const list = made.get(syllable);
      if (list === undefined) made.set(syllable, [directive]);
      else list.push(directive);
    }
  }
  bySyllableOf.set(directives, made);
  return made;
}

/** A title of all fields says of none of its figures whose it is. */
const general = /kinh te.{0,5}xa hoi|nhiem ky|thi dua|dai hoi/;
const fieldEnds = /[,;–-]|(?<!\p{L})và(?!\p{L})/iu;

const foldedSyllables = (text: string): string[] =>
  syllables(text).map(({ text: syllable }) => foldedSyllable(syllable));

import type { Gazetteer } from '../vietnamese/gazetteer.ts';
import type { Lexicon } from '../vietnamese/lexicon.ts';

/** Short forms: those of official prose with what they can stand for, the most usual first, and those of people's typing. */
export type Abbreviations = {
  abbreviations: Readonly<Record<string, readonly string[]>>;
  typing: Readonly<Record<string, string>>;
};

/** The tables of the language that reading and matching need, as `tables.ts` builds them. */
export type Language = { lexicon: Lexicon; gazetteer: Gazetteer; abbreviations: Abbreviations };

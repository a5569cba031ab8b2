import type { Duty } from '../../domain/reminder.ts';
import type { Catalog } from '../../tools/catalog.ts';
import { resolveDirectives } from '../../tools/resolve-directives.ts';
import { coversUnit } from '../../vietnamese/covers-unit.ts';
import { fold } from '../../vietnamese/fold.ts';
import { isUnitName, levelOfUnit, regimesIn } from './regime-topics.ts';

const numberShape = /\d{1,6}\s*[/-]\s*(?:\d{4}\s*[/-]\s*)?\p{L}[\p{L}\d-]{0,30}/u;

/** Ids of the directives that some words name: by number, by title, or by the places they bind. Empty for none. */
export function documentsNamed(words: string, catalog: Catalog): string[] {
  const number = numberShape.exec(words)?.[0].replace(/\s/g, '') ?? null;
  if (number !== null) {
    const query = { type: null, number, date: null, localityKeys: [], periods: [] };
    return resolveDirectives(catalog.directives, query).directives.map(({ id }) => id);
  }
  const places = catalog.gazetteer.find(words, { asked: true }).map(({ locality }) => locality);
  if (places.length > 0) {
    const keys = new Set(catalog.keysAround(places));
    return catalog.directives.filter(({ locality }) => keys.has(locality?.key ?? '')).map(({ id }) => id);
  }
  const wanted = wordsOf(words);
  const titled = catalog.directives.filter(({ title, type }) => hasAll(`${type} ${title}`, wanted));
  return wanted.length < 2 ? [] : titled.map(({ id }) => id);
}

/** The duties that some words mean: of a document or place, of a unit, of the reporting regime, or what the words themselves say. */
export function dutiesAbout(words: string, duties: readonly Duty[], catalog: Catalog): Duty[] {
  const regimes = regimesIn(words);
  if (regimes.length > 0) {
    const computed = duties.filter(({ regime }) => regime !== null && regimes.some((one) => isPart(regime, one)));
    if (computed.length > 0) return computed;
  }
  const documents = new Set(documentsNamed(words, catalog));
  const wanted = wordsOf(words);
  const byUnit = duties.filter(({ who }) => coversUnit(who, words));
  const byDocument = duties.filter(({ document }) => document !== null && documents.has(document));
  // A unit also owes the periodic reports of its level.
  const level = isUnitName(words) ? levelOfUnit(words) : null;
  const periodic = duties.filter(({ regime }) => level !== null && regime !== null && isPart(regime, level));
  if (byUnit.length + byDocument.length + periodic.length > 0)
    return [...new Set([...byDocument, ...byUnit, ...periodic])];
  return duties.filter(({ what, who, to }) => hasAll(`${what} ${who} ${to}`, wanted));
}

const isPart = (regime: string, asked: string): boolean => regime === asked || regime.startsWith(`${asked}:`);

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\d]+/gu) ?? [];

function hasAll(text: string, wanted: readonly string[]): boolean {
  const held = new Set(wordsOf(text));
  return wanted.length > 0 && wanted.every((word) => held.has(word));
}

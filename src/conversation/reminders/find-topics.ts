import { topicOf } from '../../domain/reminder.ts';
import type { Catalog } from '../../tools/catalog.ts';
import { unitKey } from '../../vietnamese/covers-unit.ts';
import { fold } from '../../vietnamese/fold.ts';
import { documentsNamed } from './duties-about.ts';
import { isUnitName, regimesIn } from './regime-topics.ts';
import { topicName } from './topic-name.ts';

/** Something that can be followed, with its name. */
export type FollowableTopic = { topic: string; name: string };

const ownUnit = /^(?:ca )?(?:don vi|co quan|phong|so|xa)(?: cua)? (?:toi|minh|em|chung toi)$|^don vi$/;
const longestUnit = 120;
const mostTopics = 8;

/** What some words may mean to follow, the likeliest first; empty when nothing does. `unit`: that of the speaker. */
export function findTopics(
  words: string,
  { catalog, unit }: { catalog: Catalog; unit: string | null },
): FollowableTopic[] {
  const named = (topic: string): FollowableTopic => ({ topic, name: topicName(topic, catalog, [words, unit ?? '']) });
  const folded = fold(words);
  if (ownUnit.test(folded)) return unit === null ? [] : [named(topicOf.unit(unitKey(unit)))];
  const asked = words.replace(/^(?:đơn vị|don vi)\s+/iu, '');
  const isUnit = asked !== words || isUnitName(words);
  const units = isUnit && asked.length <= longestUnit ? [topicOf.unit(unitKey(asked))] : [];
  const regimes = regimesIn(words).map((regime) => topicOf.regime(...splitRegime(regime)));
  const places = catalog.gazetteer.find(words, { asked: true }).map(({ locality }) => topicOf.locality(locality.key));
  const documents = documentsNamed(words, catalog).map(topicOf.directive);
  const all = [...regimes, ...units, ...places, ...documents];
  return [...new Set(all)].slice(0, mostTopics).map(named);
}

function splitRegime(regime: string): [level: string, kind?: string] {
  const [level = '', kind] = regime.split(':');
  return kind === undefined ? [level] : [level, kind];
}

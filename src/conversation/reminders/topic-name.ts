import type { Directive } from '../../domain/directive.ts';
import type { Catalog } from '../../tools/catalog.ts';
import { unitKey } from '../../vietnamese/covers-unit.ts';
import { shorten } from '../say-reply.ts';
import { regimeName } from './regime-topics.ts';

/** What a topic follows, as people say it. `spellings`: texts that may spell a unit's name, which a topic keeps without marks. */
export function topicName(topic: string, catalog: Catalog, spellings: readonly string[] = []): string {
  const [kind = '', ...rest] = topic.split(':');
  const value = rest.join(':');
  if (kind === 'regime') return regimeName(value);
  if (kind === 'unit')
    return `việc giao cho ${spelled(value, [...spellings, ...catalog.deadlines.map(({ who }) => who)])}`;
  if (kind === 'locality') {
    return `văn bản của ${catalog.gazetteer.byKey(value)?.name ?? value}`;
  }
  if (kind === 'directive') {
    const directive = catalog.directive(value);
    return directive === null ? 'một văn bản không còn hiệu lực' : directiveName(directive);
  }
  return 'một hạn';
}

export function directiveName({ type, number, title }: Directive): string {
  const kind = type === 'khác' ? 'văn bản' : type;
  return number === null ? `“${shorten(title, 80)}”` : `${kind} ${number}`;
}

/** The key as some text spells it with marks; the key itself when none does. */
function spelled(key: string, texts: readonly string[]): string {
  for (const text of texts) {
    const flat = text.normalize('NFC').replace(/\s+/g, ' ');
    const at = unitKey(flat).length === flat.length ? unitKey(flat).indexOf(key) : -1;
    if (at >= 0) return flat.slice(at, at + key.length);
  }
  return key;
}

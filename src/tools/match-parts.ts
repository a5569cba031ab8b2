import { coverage, matchName } from './match-name.ts';
import type { IndexedTarget } from './match-targets.ts';
import type { NameWord } from './name-words.ts';

/**
 * The parts of one whole where a question names the whole and several of its parts ("học sinh bỏ học tiểu học, THCS, THPT", "hồ sơ xử lý trên
 * mạng cấp tỉnh huyện xã"); empty where it names fewer than two of them, or something else beside.
 */
export function matchParts(asked: readonly NameWord[], targets: readonly IndexedTarget[]): IndexedTarget[] {
  const withParent = targets.filter(({ target, name }) => target.parent !== null && name.label.length > 0);
  const groups = Map.groupBy(withParent, ({ target }) => `${target.document} ${target.parent} ${target.unit}`);
  for (const parts of groups.values()) {
    const named = parts.filter((part) => isNamed(part, { asked, parts }));
    if (new Set(named.map(({ target }) => target.indicator)).size >= 2 && namesWhole(asked, named)) return named;
  }
  return [];
}

const namedFrom = 0.6;

const has = (words: readonly NameWord[], { token }: NameWord): boolean => words.some((word) => word.token === token);

type Beside = { asked: readonly NameWord[]; parts: readonly IndexedTarget[] };

/** Most of what only this part's label says is asked for: "sự nghiệp" of all of them names none. */
function isNamed({ name, target }: IndexedTarget, { asked, parts }: Beside): boolean {
  const others = parts.filter((part) => part.target.indicator !== target.indicator);
  const own = name.label.filter(
    (word) => word.weight > 0 && !word.isNumber && !others.some((part) => has(part.name.label, word)),
  );
  return own.length > 0 && coverage(own, asked) >= namedFrom;
}

/** What is asked beside the labels is the whole, and nothing else. */
function namesWhole(asked: readonly NameWord[], parts: readonly IndexedTarget[]): boolean {
  const labels = parts.flatMap(({ name }) => name.label);
  const rest = asked.filter((word) => !has(labels, word));
  const [first] = parts;
  if (first === undefined || rest.every(({ weight }) => weight < 0.5)) return false;
  const words = first.name.words.filter((word) => !has(first.name.label, word) || has(rest, word));
  const { grade } = matchName(rest, { ...first.name, words, label: [], predicate: [] });
  return grade === 'exact' || grade === 'same';
}

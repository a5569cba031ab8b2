import type { Directive } from '../domain/directive.ts';
import type { Locality } from '../domain/locality.ts';
import { fold } from '../vietnamese/fold.ts';
import { foldedSyllable, syllables } from '../vietnamese/syllables.ts';

/** An organisation that binds or issues: a ministry, a hospital, a school, the National Assembly. */
export type Body = {
  /** Set where targets are set for the organisation itself. */
  locality: Locality | null;
  /** Directives that it issued or that bind it. */
  documents: readonly string[];
  /** Spellings to know it by, as folded syllables, longest first. */
  names: readonly string[][];
};

export type FoundBody = { body: Body; start: number; end: number };

/** Words of an organisation's name that many have; what is left tells it apart. */
const commonWords = new Set(
  'truong benh vien da khoa trung tam y te so bo ban cuc chi phong huyen tinh thanh pho xa phuong thi thpt thcs tieu hoc mam non dai hoc uy nhan dan hoi dong cong ty ubnd hdnd pho thong co va giao duc dao tao noi vu quan ly tong tap doan'.split(
    ' ',
  ),
);
const places =
  /^(?:uy ban nhan dan|hoi dong nhan dan|ubnd|hdnd|chu tich|tinh uy|huyen uy|thanh uy|dang uy|ban thuong vu|van phong)/;

/** Organisations of the corpus; people's committees and the like are named by their place and left out. */
export function bodiesOf(directives: readonly Directive[], localities: readonly Locality[]): Body[] {
  const bodies = localities
    .filter(({ level }) => level === 'body')
    .map((locality): Body => {
      const documents = directives.filter((directive) => directive.locality?.key === locality.key).map(({ id }) => id);
      return { locality, documents, names: spellings(locality.name) };
    });
  const issuers = new Map<string, string[]>();
  for (const { issuer, id } of directives) {
    if (issuer === null || places.test(fold(issuer.trim()))) continue;
    issuers.set(issuer, [...(issuers.get(issuer) ?? []), id]);
  }
  const known = new Set(bodies.flatMap(({ names }) => names.map((name) => name.join(' '))));
  for (const [issuer, documents] of issuers) {
    const names = spellings(issuer).filter((name) => !known.has(name.join(' ')));
    if (names.length > 0) bodies.push({ locality: null, documents, names });
  }
  return bodies;
}

/** The name in full, and what tells it apart when that is two syllables or more ("Nguyễn Hữu Tiến", "Tam Nông"). */
function spellings(name: string): string[][] {
  const full = folded(name.replace(/[()“”"]/g, ' '));
  const last = full.map((part) => !commonWords.has(part));
  const from = last.lastIndexOf(false) + 1;
  const telling = full.slice(from);
  return telling.length >= 2 && telling.length < full.length ? [full, telling] : [full];
}

const folded = (text: string): string[] => syllables(text).map(({ text: syllable }) => foldedSyllable(syllable));

/** The organisations a question names, with where; a longer name wins. Empty when it names none. */
export function findBodies(text: string, bodies: readonly Body[]): FoundBody[] {
  const found = syllables(text);
  const parts = found.map(({ text: syllable }) => foldedSyllable(syllable));
  const hits: FoundBody[] = [];
  for (let at = 0; at < parts.length; at++) {
    const hit = longestAt(parts, at, bodies);
    const [first, last] = [found[at], found[at + (hit?.length ?? 1) - 1]];
    if (hit === null || first === undefined || last === undefined) continue;
    const lead = leadBefore(parts, at);
    hits.push({ body: hit.body, start: found[at - lead]?.start ?? first.start, end: last.end });
    at += hit.length - 1;
  }
  return hits;
}

function longestAt(
  parts: readonly string[],
  at: number,
  bodies: readonly Body[],
): { body: Body; length: number } | null {
  let best: { body: Body; length: number } | null = null;
  for (const body of bodies) {
    for (const name of body.names) {
      const isHere = name.every((part, offset) => parts[at + offset] === part);
      if (isHere && name.length > (best?.length ?? 0)) best = { body, length: name.length };
    }
  }
  return best;
}

/** How many words of the kind of organisation stand before its telling name ("Trường Nguyễn Hữu Tiến"). */
function leadBefore(parts: readonly string[], at: number): number {
  let lead = 0;
  while (
    lead < 6 &&
    at - lead - 1 >= 0 &&
    commonWords.has(parts[at - lead - 1] ?? '') &&
    parts[at - lead - 1] !== 'tinh'
  )
    lead++;
  return lead;
}

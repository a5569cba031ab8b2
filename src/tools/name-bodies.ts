import type { Directive } from '../domain/directive.ts';
import type { Locality } from '../domain/locality.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Gazetteer } from '../vietnamese/gazetteer.ts';
import { foldedSyllable, syllables } from '../vietnamese/syllables.ts';

/** An organisation that binds or issues: a ministry, a hospital, a school, the National Assembly. */
export type Body = {
  /** Set where directives bind the organisation itself. */
  locality: Locality | null;
  /** Directives that it issued or that bind it. */
  documents: readonly string[];
  /** Spellings to know it by, as folded syllables. */
  names: readonly string[][];
};

export type FoundBody = { body: Body; start: number; end: number };

/** Committees, councils and Party bodies are named by their place. */
const placeBodies =
  /^(?:uy ban nhan dan|hoi dong nhan dan|ubnd|hdnd|chu tich|tinh uy|huyen uy|thanh uy|dang uy|ban thuong vu|ban chap hanh|van phong|ban an toan)/;
/** Kinds of organisation whose own name follows and tells them apart. */
const kinds =
  /^(?:(?:truong|thpt|thcs|trung hoc pho thong|trung hoc co so|tieu hoc|mam non|dai hoc|cao dang|benh vien|da khoa|trung tam|y te|cong ty|tong cong ty|tap doan|tnhh|co phan|huyen|tinh|thanh pho|thi xa|thi tran|quan|xa|phuong|khu vuc) )+/;
const unitWords = new Set(['tinh', 'huyen', 'xa', 'phuong', 'cua']);

/** Organisations of the corpus. A name that is a place, or begins with a committee, is left to the gazetteer. */
export function bodiesOf(
  directives: readonly Directive[],
  localities: readonly Locality[],
  gazetteer: Gazetteer,
): Body[] {
  const bodies: Body[] = [];
  for (const locality of localities) {
    if (locality.level !== 'body' || placeBodies.test(fold(locality.name))) continue;
    const documents = directives.filter((directive) => directive.locality?.key === locality.key).map(({ id }) => id);
    bodies.push({ locality, documents, names: spellings(locality.name, gazetteer) });
  }
  const known = new Set(bodies.flatMap(({ names }) => names.map((name) => name.join(' '))));
  for (const [issuer, issued] of Map.groupBy(directives, (directive) => directive.issuer ?? '')) {
    if (issuer === '' || placeBodies.test(fold(issuer))) continue;
    const names = spellings(issuer, gazetteer).filter((name) => !known.has(name.join(' ')));
    if (names.length > 0) bodies.push({ locality: null, documents: issued.map(({ id }) => id), names });
  }
  return [...bodies, ...titledPlaces(directives, localities, gazetteer)];
}

/** Districts and communes that only titles name ("quy hoạch rừng huyện …", issued by the province): they tell the document. */
function titledPlaces(directives: readonly Directive[], localities: readonly Locality[], gazetteer: Gazetteer): Body[] {
  const known = new Set(localities.map(({ key }) => key));
  const titled = directives.flatMap(({ id, title }) =>
    gazetteer
      // In a title all in capitals nothing shows where a name ends.
      .find(title, { asked: title === title.toUpperCase() })
      .filter(({ locality: { level, key }, exact, end }) => {
        const isWhole = exact || /^(?:\s*[,;(–-]|$)/u.test(title.slice(end));
        return isWhole && isBelowProvince(level) && !known.has(key);
      })
      .map(({ locality }) => ({ id, name: fold(locality.name) })),
  );
  return [...Map.groupBy(titled, ({ name }) => name)].map(([name, rows]) => ({
    locality: null,
    documents: [...new Set(rows.map(({ id }) => id))],
    names: [parts(name), parts(name.replace(kinds, ''))].filter((spelling) => spelling.length >= 2),
  }));
}

const isBelowProvince = (level: Locality['level']): boolean => level === 'district' || level === 'commune';

/** In full, without "tỉnh", "huyện" in between, and, for schools and hospitals, the name of their own ("Nguyễn Hữu Tiến"). */
function spellings(name: string, gazetteer: Gazetteer): string[][] {
  const full = parts(name);
  const short = full.filter((part) => !unitWords.has(part));
  const own = fold(name).replace(kinds, '');
  const isOwn = own !== fold(name) && parts(own).length >= 2 && gazetteer.find(own, { asked: true }).length === 0;
  // "Bệnh viện Sơn La" is the general one; others are called by their field.
  const general = short.filter(
    (part, at) => !(part === 'da' && short[at + 1] === 'khoa') && !(part === 'khoa' && short[at - 1] === 'da'),
  );
  const all = [full, short, general, ...(isOwn ? [parts(own)] : [])].filter((spelling) => spelling.length >= 2);
  return [...new Map(all.map((spelling) => [spelling.join(' '), spelling])).values()];
}

const parts = (text: string): string[] => syllables(text).map(({ text: syllable }) => foldedSyllable(syllable));

/** Places that an organisation's name mentions ("Sở Nội vụ tỉnh Thanh Hóa" → Thanh Hóa); empty for a national one. */
export function placesInName(body: Locality, gazetteer: Gazetteer): Locality[] {
  const named = gazetteer.find(body.name).map(({ locality }) => locality);
  const within = body.within === null ? null : gazetteer.byKey(body.within);
  return within === null ? named : [...named, within];
}

/** Departments speak for their province; a hospital or a school only for itself. */
export const isDepartment = (body: Locality): boolean =>
  /^(?:so|ban|cuc|chi cuc|cong an|bo chi huy|tinh doan|thanh doan|lien doan|hoi|uy ban mat tran) /.test(
    fold(body.name),
  );

/** The organisations a question names, with where; the longest name at a place. Empty when it names none. */
export function findBodies(text: string, bodies: readonly Body[]): FoundBody[] {
  const found = syllables(text);
  const typed = found.map(({ text: syllable }) => foldedSyllable(syllable));
  const hits: FoundBody[] = [];
  for (let at = 0; at < typed.length; at++) {
    const hit = longestAt(typed, at, bodies);
    const [first, last] = [found[at], found[at + (hit?.length ?? 1) - 1]];
    if (hit === null || first === undefined || last === undefined) continue;
    hits.push({ body: hit.body, start: found[at - leadBefore(typed, at)]?.start ?? first.start, end: last.end });
    at += hit.length - 1;
  }
  return hits;
}

function longestAt(
  typed: readonly string[],
  at: number,
  bodies: readonly Body[],
): { body: Body; length: number } | null {
  let best: { body: Body; length: number } | null = null;
  for (const body of bodies) {
    for (const name of body.names) {
      const isHere = name.every((part, offset) => typed[at + offset] === part);
      if (isHere && name.length > (best?.length ?? 0)) best = { body, length: name.length };
    }
  }
  return best;
}

const leadWords = new Set(['truong', 'thpt', 'thcs', 'benh', 'vien', 'trung', 'tam', 'y', 'te', 'cong', 'ty']);

/** How many words of its kind stand before an organisation's own name ("Trường Nguyễn Hữu Tiến"). */
function leadBefore(typed: readonly string[], at: number): number {
  if (leadWords.has(typed[at] ?? '')) return 0;
  let lead = 0;
  while (lead < 4 && leadWords.has(typed[at - lead - 1] ?? '')) lead++;
  return lead;
}

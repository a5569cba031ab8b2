import type { Directive } from '../domain/directive.ts';
import { numberKey, type Reference } from '../domain/relation.ts';
import { fold } from './fold.ts';

/** What decides which document is meant. */
export type JoinedDirective = Pick<Directive, 'id' | 'type' | 'number' | 'date' | 'issuer' | 'locality'>;

/**
 * The stored document that another one names: by number, then date or year, then issuer. Numbers begin again each year and in each place
 * (Nghị định 30/2020/NĐ-CP, Điều 15), so without a stated issuer only the naming document's own place fits. Null: none, or several.
 */
export function joinReference<Row extends JoinedDirective>(
  reference: Reference,
  from: JoinedDirective,
  candidates: readonly Row[],
): Row | null {
  const fitting = candidates.filter(
    (candidate) =>
      candidate.id !== from.id &&
      hasNumber(candidate, reference) &&
      isTimely(candidate, reference, from) &&
      isFromThere(candidate, reference, from),
  );
  const dated = fitting.filter(({ date }) => date !== null && date === reference.date);
  const meant = dated.length > 0 ? dated : fitting;
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

function hasNumber({ number, type }: JoinedDirective, reference: Reference): boolean {
  if (number === null) return false;
  const [own, asked] = [numberKey(number), numberKey(reference.number)];
  return own === asked || (/^\d+$/.test(asked) && own.split(/\D/)[0] === asked && type === reference.type);
}

function isTimely({ date }: JoinedDirective, reference: Reference, from: JoinedDirective): boolean {
  if (date === null) return true;
  if (reference.date !== null && reference.date !== date) return false;
  if (reference.year !== null && !date.startsWith(String(reference.year))) return false;
  return from.date === null || date <= from.date;
}

/** Symbols that only one body of the whole country uses. */
const nationalSymbol = /(?:\/|-)(?:TTG|CP|QH\d+|UBTVQH\d+|TW|CTN)$/;
const nationalIssuer = /quoc hoi|chinh phu|thu tuong|trung uong|bo chinh tri|ban bi thu|^bo |^bo truong|chu tich nuoc/;
const namedPlace = /(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s\p{Lu}/u;

function isFromThere(candidate: JoinedDirective, { issuer, number }: Reference, from: JoinedDirective): boolean {
  if (nationalSymbol.test(numberKey(number))) return true;
  const said = fold(issuer ?? '');
  if (nationalIssuer.test(said)) {
    const own = fold(candidate.issuer ?? '');
    return own === '' || own.includes(said) || said.includes(own);
  }
  if (issuer !== null && namedPlace.test(issuer))
    return names(said, candidate.locality?.name) || names(fold(candidate.issuer ?? ''), issuer);
  return isSamePlace(candidate, from);
}

const names = (text: string, name: string | undefined): boolean => name !== undefined && text.includes(fold(name));

function isSamePlace({ locality, issuer }: JoinedDirective, from: JoinedDirective): boolean {
  if (locality === null || from.locality === null) return true;
  const { key, within, level } = from.locality;
  if (locality.key === key || locality.key === within) return true;
  // A department speaks of its province's documents, and the other way round.
  return level === 'body' && names(fold(from.issuer ?? ''), locality.name) && issuer !== null;
}

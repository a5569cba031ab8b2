import type { Directive, DirectiveType } from '../domain/directive.ts';
import { type Period, yearsOf } from '../domain/period.ts';
import { fold } from '../vietnamese/fold.ts';

/** How a question points at a document: any of its kind, number and date, with the place and years named beside. */
export type DirectiveQuery = {
  type: DirectiveType | null;
  /** As typed: "15/KH-UBND", or the bare number "15". */
  number: string | null;
  date: string | null;
  localityKeys: readonly string[];
  periods: readonly Period[];
};

export type ResolvedDirectives = {
  /** Newest first; empty when none is meant. */
  directives: Directive[];
  /** A number or date was given that no document has: nothing may be answered in its place. */
  isUnknown: boolean;
};

/** The documents that a question points at. A kind that no document has restricts nothing; a number or date that none has finds none. */
export function resolveDirectives(all: readonly Directive[], query: DirectiveQuery): ResolvedDirectives {
  const placed = all.filter(
    (directive) => query.localityKeys.length === 0 || query.localityKeys.includes(directive.locality?.key ?? ''),
  );
  const isPrecise = query.number !== null || query.date !== null;
  const named = placed.filter(
    (directive) => hasNumber(directive, query.number) && (query.date === null || directive.date === query.date),
  );
  if (isPrecise && named.length === 0) return { directives: [], isUnknown: true };
  const typed = query.type === null ? named : named.filter((directive) => isOfType(directive, query.type));
  const kept = typed.length > 0 ? typed : isPrecise ? named : [];
  return { directives: timely(kept, query.periods), isUnknown: false };
}

const symbols: Readonly<Partial<Record<DirectiveType, string>>> = {
  'nghị quyết': 'nq',
  'quyết định': 'qd',
  'chỉ thị': 'ct',
  'kế hoạch': 'kh',
  'chương trình': 'ctr',
  'thông báo': 'tb',
  'hướng dẫn': 'hd',
  'kết luận': 'kl',
};

/** Of this kind by its name, or by the symbol in its number. */
function isOfType({ type, number }: Directive, asked: DirectiveType | null): boolean {
  const symbol = asked === null ? undefined : symbols[asked];
  return (
    type === asked ||
    (symbol !== undefined && number !== null && new RegExp(`[-/]${symbol}(?![a-z])`).test(fold(number)))
  );
}

function hasNumber({ number }: Directive, asked: string | null): boolean {
  if (asked === null) return true;
  if (number === null) return false;
  const [left, right] = [plain(number), plain(asked)];
  return (
    left === right ||
    (/^\d+$/.test(right) && left.split(/[^\d]/)[0] === right) ||
    left.startsWith(`${right}-`) ||
    left.startsWith(`${right}/`)
  );
}

const plain = (number: string): string =>
  fold(number)
    .replace(/\s/g, '')
    .replace(/[–—]/g, '-')
    .replace(/^0+(?=\d)/, '');

/** Those issued in, or made for, a year named beside; all of them when none fits. */
function timely(directives: Directive[], periods: readonly Period[]): Directive[] {
  const years = periods.flatMap((period) => yearsOf(period) ?? []);
  if (years.length === 0) return directives;
  const fits = directives.filter(({ date, period }) => {
    const issued = Number((date ?? '').slice(0, 4));
    const governed = yearsOf(period);
    return years.some(
      ({ first, last }) =>
        (issued >= first && issued <= last) ||
        (governed !== null && governed.first === first && governed.last === last),
    );
  });
  return fits.length > 0 ? fits : directives;
}

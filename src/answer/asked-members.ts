import type { Locality } from '../domain/locality.ts';
import { fold } from '../vietnamese/fold.ts';
import { blankSpans } from './blank-spans.ts';

/** Places below one place that a question asks about one by one. */
export type AskedMembers = {
  levels: readonly Locality['level'][];
  /** The one that a question wants of them; null: all. */
  wanted: 'highest' | 'lowest' | null;
  /** The question without the words for them. */
  rest: string;
};

const communes = 'xa|phuong|thi tran|dac khu';
const districts = 'huyen|thi xa|thanh pho|quan';
const kind = `(?:${communes}|tt|${districts}|dia phuong|don vi hanh chinh|noi(?= nao))`;
const kinds = `${kind}(?:(?:,| va| hoac|/| -)? ?${kind})*`;
/** "các xã, phường", "từng huyện", "xã nào"; not "bao nhiêu xã", "mấy xã", "số xã". */
const members = new RegExp(
  `(?<![a-z])(?:(?:cua|cho|tai|o|trong) )?(?:(?:ds|danh sach|ten|cac|nhung|tung|moi|tat ca(?: cac)?) ){1,3}(${kinds})(?![a-z])(?! bien gioi| nong thon| ngheo| dat| ven bien| mien nui)|(?<![a-z])(${kind}) nao(?![a-z])`,
  'g',
);
const handing =
  /(?<![a-z])(?:duoc|giao(?! (?:thong|duc|dat|dich))|phan bo|kem (?:theo )?(?:so [a-z]+|chi tieu)|(?:(?:cao|thap|nhieu|it|lon|nho|kem) )?nhat)(?![a-z])/g;
const lowest = /(?<![a-z])(?:thap|it|nho|kem)(?: [^?]{1,40})? nhat(?![a-z])/;
const highest = /(?<![a-z])(?:cao|nhieu|lon)(?: [^?]{1,40})? nhat(?![a-z])|dung dau/;

/** The members that a question asks about, with what is asked of them; null when it asks about none. */
export function askedMembers(text: string): AskedMembers | null {
  const folded = fold(text);
  const found = [...folded.matchAll(members)];
  const named = found.map((match) => match[1] ?? match[2] ?? '').join(' ');
  if (named === '') return null;
  const isAny = /dia phuong|don vi|noi/.test(named);
  const levels: Locality['level'][] = [
    ...(isAny || new RegExp(`(?<![a-z])(?:${communes}|tt)(?![a-z])`).test(named) ? (['commune'] as const) : []),
    ...(isAny || new RegExp(`(?<![a-z])(?:${districts})(?![a-z])`).test(named) ? (['district'] as const) : []),
  ];
  const wanted = lowest.test(folded) ? 'lowest' : highest.test(folded) ? 'highest' : null;
  const gaps = [...found, ...folded.matchAll(handing)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const rest = blankSpans(text, gaps);
  return { levels, wanted, rest: rest.replace(/[,;]/g, ' ').replace(/\s+/g, ' ').trim() };
}

import { fold } from '../../vietnamese/fold.ts';

/** For each column, its header in the first row and the one below it under a spanning header; null for none below. */
export type SpannedColumn = { top: number; below: number | null };

const mostSpans = 4;
const mostCells = 18;
const numberHeader = /^(?:stt|tt|số tt|số thứ tự)$/iu;

/**
 * Lays header cells that came one behind the other (the whole first row, then the whole second) over so many columns: each cell of the
 * first row stands over one column, or spans some of the second row. Null where no way fits, or where several do.
 */
export function spanHeaders(texts: readonly string[], columns: number): SpannedColumn[] | null {
  const spans = texts.length - columns;
  if (spans < 1 || spans > mostSpans || texts.length > mostCells) return null;
  const said = texts.map(readHeader);
  const ways: number[][] = [];
  const from = numberHeader.test(texts[0] ?? '') ? 2 : 1;
  for (let tops = spans + from; tops + spans * 2 <= texts.length; tops++)
    ways.push(...waysOver(said.slice(0, tops), said.slice(tops), { spans, from }).map((way) => [tops, ...way]));
  const sure = ways.filter(([tops = 0, ...widths]) => isWhole(said, tops, widths));
  const [only, another] = sure;
  return only === undefined || another !== undefined ? null : columnsOf(only);
}

type Header = {
  text: string;
  year: string;
  role: 'plan' | 'done' | 'estimate' | 'parts' | 'compared' | '';
  isBare: boolean;
  hasUnit: boolean;
};

function readHeader(text: string): Header {
  const folded = fold(text).trim();
  const year =
    /(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?|quy (?:iv|i{1,3}|[1-4])(?![a-z])|\d tháng/.exec(folded)?.[0] ?? '';
  const isParts = /^(?:trong (?:so )?do|chia ra|bao gom|gom|phan theo|chia theo|cu the)/.test(folded);
  const isCompared = /so sanh|so voi|\/\s*(?:th|kh|uth)|tang.{0,3}giam/.test(folded);
  const role = isParts
    ? 'parts'
    : isCompared
      ? 'compared'
      : /(?<![a-z])(?:uoc|uth)/.test(folded)
        ? 'estimate'
        : /thuc hien|ket qua|hien trang|(?<![a-z])th(?![a-z])/.test(folded)
          ? 'done'
          : /ke hoach|chi tieu|muc tieu|phan dau|giao|du toan|lo trinh|(?<![a-z])kh(?![a-z])/.test(folded)
            ? 'plan'
            : '';
  const isBare = /^(?:den )?(?:het )?(?:nam )?(?:(?:19|20)\d\d|quy \w{1,3})$/.test(folded);
  return { text: folded, year, role, isBare, hasUnit: /\([^()]{1,24}\)|%/.test(text) };
}

type Spans = { spans: number; from: number };

/** All ways to let so many of the first row from `from` on span all of the second: the width of each, 1 for one that spans nothing. */
function waysOver(tops: readonly Header[], below: readonly Header[], { spans, from }: Spans): number[][] {
  const [, ...rest] = tops;
  if (tops.length === 0) return spans === 0 && below.length === 0 ? [[]] : [];
  const single = waysOver(rest, below, { spans, from: from - 1 }).map((way) => [1, ...way]);
  const own = tops[0];
  if (own === undefined || from > 0 || spans === 0) return single;
  const spanned = Array.from({ length: Math.max(0, below.length - 1) }, (_, at) => at + 2).flatMap((width) =>
    fits(own, below.slice(0, width))
      ? waysOver(rest, below.slice(width), { spans: spans - 1, from: 0 }).map((way) => [width, ...way])
      : [],
  );
  return [...single, ...spanned];
}

/** A header that says what its column holds spans nothing but times. */
const tellsOwn = /^(?:so (?!sanh)|ty le|si so|tong so|dien tich|nang suat|san luong)/;

const aside = /^(?:don vi|dvt|ghi chu|co quan|thoi (?:gian|han)|nguoi)|chu tri|phoi hop/;

/** Whether a header may stand over these: one says the time and the others what, or the other way round; no two that deny each other. */
function fits(top: Header, below: readonly Header[]): boolean {
  if (aside.test(top.text) || below.some(({ text }) => aside.test(text))) return false;
  const timed = below.filter(({ year }) => year !== '').length;
  if (below.some(({ role }) => role === 'parts')) return false;
  if (new Set(below.map(({ text }) => text)).size < below.length) return false;
  if (top.role === 'compared' || below.every(({ role }) => role === 'compared')) return top.role === 'compared';
  if (top.role === 'parts') return timed === 0 && below.every(({ role }) => role === '');
  if (timed > 0)
    return (
      timed === below.length &&
      (top.year === '' || /[-–]/.test(top.year)) &&
      below.every(({ role }) => top.role === '' || role === '' || role === top.role)
    );
  if (top.role !== '') return below.every(({ role }) => role === '' || role === top.role);
  return top.year !== '' || (!tellsOwn.test(top.text) && below.every(({ role }) => role === ''));
}

/**
 * Whether nothing is left that asks for headers below it, no year stands beside spanned years, groups that open alike are alike, and a
 * header without time or task of its own spans others by its unit or as its neighbours do.
 */
function isWhole(said: readonly Header[], tops: number, widths: readonly number[]): boolean {
  const singles = said.slice(0, tops).filter((_, at) => widths[at] === 1);
  const below = said.slice(tops);
  if (singles.some(({ role }) => role === 'parts')) return false;
  const parted = said.slice(0, tops).findIndex(({ role }) => role === 'parts');
  const behind = parted < 0 ? [] : said.slice(parted + 1, tops);
  // "Trong đó" closes its row of headers.
  if (behind.some(({ role, text }) => role !== 'compared' && !aside.test(text))) return false;
  if (singles.some(({ isBare }) => isBare) && below.some(({ isBare }) => isBare)) return false;
  const groups = groupsOf(below, widths);
  const opening = below[0]?.text;
  const opens = below.filter(({ text }) => text === opening).length;
  const isAlike = groups.length > 1 && opens === groups.length && groups.every((group) => group[0]?.text === opening);
  const isTold = ({ role, year, hasUnit }: Header) =>
    role !== '' ||
    year !== '' ||
    (hasUnit && !below.some((one) => one.hasUnit)) ||
    below.every((one) => one.year !== '');
  const spanning = said.slice(0, tops).filter((_, at) => (widths[at] ?? 1) > 1);
  return isAlike || (opens === 1 && spanning.every(isTold));
}

function groupsOf(below: readonly Header[], widths: readonly number[]): Header[][] {
  let end = 0;
  return widths
    .filter((width) => width > 1)
    .map((width) => {
      end += width;
      return below.slice(end - width, end);
    });
}

function columnsOf([tops = 0, ...widths]: readonly number[]): SpannedColumn[] {
  let below = tops;
  return widths.flatMap((width, top): SpannedColumn[] =>
    width === 1 ? [{ top, below: null }] : Array.from({ length: width }, () => ({ top, below: below++ })),
  );
}

import { fold } from './fold.ts';
import { withPlainY } from './syllables.ts';

/** Words of size before a unit; "nghìn tỷ đồng" and "đồng" measure the same. */
const magnitudes = /^(?:(?:nghin|ngan|trieu|ti|tram|van|tr)\s+)+/;
const perYear = /(?<!\s)\s*\/\s*nam$/;

/**
 * Whether a figure's unit may measure an indicator whose usual units are given. Sizes ("nghìn", "triệu"), "/năm" and what a unit is
 * counted per do not matter; "%" and "% GRDP" are different things. True when either side says nothing.
 */
export function isUnitOf(unit: string, usual: readonly string[]): boolean {
  const measured = unitCore(unit);
  if (measured === '' || usual.length === 0) return true;
  return usual.some((other) => sameUnit(measured, unitCore(other)));
}

/** The same few hundred units come back in every document. */
const cores = new Map<string, string>();
const mostCores = 5000;

function unitCore(unit: string): string {
  const known = cores.get(unit);
  if (known !== undefined) return known;
  const core = readCore(unit);
  if (cores.size < mostCores) cores.set(unit, core);
  return core;
}

function readCore(unit: string): string {
  const plain = fold(unit.normalize('NFC'))
    .replace(/[a-z]+/g, withPlainY)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(perYear, '');
  if (/^(?:%|phan tram|pct)/.test(plain)) return percentCore(plain);
  if (/^(?:diem ?%|diem phan tram|dpt)/.test(plain)) return 'diem %';
  if (/^tr\.?d|^trd/.test(plain)) return 'dong';
  const [core = ''] = plain.replace(magnitudes, '').split('/');
  return core === 'ti'
    ? 'dong'
    : core
        .replace(/^(?:vnd|dong.*)$/, 'dong')
        .replace(/ tren .*$/, '')
        .trim();
}

/** "% so với GRDP" → "% grdp"; "% dân số" and a bare sign → "%". */
function percentCore(plain: string): string {
  const of = plain.replace(/^(?:%|phan tram|pct)\s*/, '').replace(/^(?:so voi|cua|tong|trong)\s+/, '');
  return /^(?:grdp|gdp|du toan|ke hoach)/.test(of) ? `% ${of}` : '%';
}

function sameUnit(left: string, right: string): boolean {
  if (left === right) return true;
  if (left === '' || right === '') return false;
  if (isPercent(left) || isPercent(right)) return areBothPoints(left, right);
  return left.startsWith(`${right} `) || right.startsWith(`${left} `) || isCountOfPeople(left, right);
}

const isPercent = (core: string): boolean => core.includes('%');

/** Documents write "%" for percentage points and mean the same; a share of something named needs that name. */
const areBothPoints = (left: string, right: string): boolean =>
  [left, right].every((core) => core === '%' || core === 'diem %');

const people = new Set(['nguoi', 'lao dong', 'luot nguoi', 'nhan khau']);
const isCountOfPeople = (left: string, right: string): boolean => people.has(left) && people.has(right);

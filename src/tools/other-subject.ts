import type { NameWord } from './name-words.ts';

/** Who is counted where one indicator counts several: members are not the organisations that they are in. */
const counted = new Set(
  'dang_vien to_chuc_dang chi_bo doan_vien hoi_vien can_bo cong_chuc hoc_sinh giao_vien'.split(' '),
);

const without = (words: readonly NameWord[], others: readonly NameWord[]): boolean =>
  words.some(({ token }) => counted.has(token) && others.every((other) => other.token !== token));

/** Whether a name counts others than those asked for, or only some of them. */
export const countsOthers = (asked: readonly NameWord[], name: readonly NameWord[]): boolean =>
  without(asked, name) && name.some(({ token }) => counted.has(token));

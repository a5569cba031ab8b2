import { cleanLine } from './clean-text.ts';

const LONGEST_NAME = 120;

/** The name of a file without folders or anything else that means more than a name; `fallback` when nothing is left. */
export function fileName(given: string, fallback: string): string {
  const last = cleanLine(given).split(/[/\\]/).at(-1) ?? '';
  const bare = last.replace(/[<>:"|?*]/g, '_').replace(/^\.+/, '');
  if (bare === '') return fallback;
  const extension = /\.[\p{L}\p{N}]{1,8}$/u.exec(bare)?.[0] ?? '';
  return bare.length <= LONGEST_NAME ? bare : bare.slice(0, LONGEST_NAME - extension.length).toWellFormed() + extension;
}

import { createHash, randomInt } from 'node:crypto';

const CODE_LENGTH = 8;
/** Without those that look alike. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code a person can read out and type: 40 bits, enough for one that lives minutes or days and is used once. */
export function newCode(length: number = CODE_LENGTH): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)] ?? '').join('');
}

/** A code as typed: small letters, blanks and dashes do not matter. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');

/** What is kept of a code. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex');

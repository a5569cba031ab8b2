import { createHash, randomInt } from 'node:crypto';

/** 64 bits: nobody guesses one in its hours, however many accounts they have. */
const CODE_LENGTH = 13;
/** Without those that look alike. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code a person can copy or type, for one use within hours. */
export function newCode(length: number = CODE_LENGTH): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)] ?? '').join('');
}

/** A code as typed: small letters, blanks and dashes do not matter. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');

/** What is kept of a code. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex');

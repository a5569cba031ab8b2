import { fold } from '../vietnamese/fold.ts';

const romans: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };
const counts: Readonly<Record<string, string>> = { ba: '3', sau: '6', chin: '9' };
const term =
  /(?<![a-z\d])(?:quy (?<quarter>iv|i{1,3}|[1-4])|(?<months>0?[369]|ba|sau|chin) thang|hoc ky (?<half>i{1,2}|[12])|(?<end>so ket|tong ket)(?! (?:nam(?! hoc)|thang|quy|tuan)(?![a-z]))|(?:bao cao|tong ket|so ket|dinh ky|ket qua|hang|moi|tong hop|va|ca|\()(?: bao cao)? ?(?<cycle>nam|thang|quy|tuan)(?! (?:hoc|i|ii|iii|iv|[1-4])(?![a-z\d])))(?![a-z\d])/g;

/** A stretch of time that a report is about, as "q3" (quý III), "m6" (6 tháng), "h1" (học kỳ I), "nam", "thang", "so ket"; with where it stands. */
export type ReportTerm = { term: string; start: number; end: number };

/** The times that a text about reports names, in order; empty when it names none. The text must be NFC. */
export function reportTerms(text: string): ReportTerm[] {
  return [...fold(text).matchAll(term)].map((match) => {
    const { quarter, months, half, end, cycle = '' } = match.groups ?? {};
    const digit = (said: string): string => romans[said] ?? counts[said] ?? said.replace(/^0/, '');
    const name =
      quarter !== undefined
        ? `q${digit(quarter)}`
        : months !== undefined
          ? `m${digit(months)}`
          : half !== undefined
            ? `h${digit(half)}`
            : (end ?? cycle);
    return { term: name, start: match.index, end: match.index + match[0].length };
  });
}

/** Names of one report. */
const alike: Readonly<Record<string, readonly string[]>> = {
  'tong ket': ['nam'],
  nam: ['tong ket'],
  'so ket': ['m6', 'h1'],
  m6: ['so ket'],
  h1: ['so ket'],
  quy: ['q1', 'q2', 'q3', 'q4'],
};

/** Whether a report about these times may be the one asked for about those: "tổng kết" is the yearly one. */
export const areOneReport = (asked: readonly string[], own: readonly string[]): boolean =>
  asked.some((term) => own.includes(term) || (alike[term] ?? []).some((other) => own.includes(other)));

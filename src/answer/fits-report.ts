import { fold } from '../vietnamese/fold.ts';

/** The highest bodies of the state, as those a report is sent to. */
const highest =
  /(?<![a-z])(?:bao cao|gui|trinh|nop)(?: (?:len|cho|ve|toi|voi))? (thu tuong|chinh phu|quoc hoi|bo chinh tri|ban bi thu|trung uong)(?![a-z])/;
const sending = /(?<![a-z])(?:bao cao|gui|nop|trinh|tong hop|cung cap|cap nhat)(?![a-z])/;

/** The day of another duty, or of a report to somebody else, does not answer a question about a report to the highest bodies. */
export function fitsReport(question: string, said: string): boolean {
  const asked = fold(question);
  const to = highest.exec(asked)?.[1];
  const sentence = fold(said);
  if (to !== undefined && !sentence.includes(to)) return false;
  return !/(?<![a-z])bao cao(?![a-z])/.test(asked) || sending.test(sentence);
}

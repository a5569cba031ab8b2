import { fold } from '../vietnamese/fold.ts';

const digest =
  /(?<![a-z])(?:tom tat|tom luoc|tom gon|tong quan|(?:noi dung|y|diem|net|nhung diem|nhung net) (?:chinh|chu yeu|co ban|cot loi|noi bat|dang chu y)|(?:van ban|chi thi|ke hoach|nghi quyet|quyet dinh)[^?]{0,60} noi (?:cai |nhung )?gi|summari[sz]e|summary)(?![a-z])/;

/** Whether a whole document is asked for in short ("tóm tắt kế hoạch …"), which verbatim sentences hardly answer. */
export const asksDigest = (text: string): boolean => digest.test(fold(text).replace(/\s+/g, ' '));

/** The words of a question without those that ask for all in short. */
export function withoutDigest(words: string): string {
  const found = digest.exec(fold(words));
  return found === null ? words : words.slice(0, found.index) + words.slice(found.index + found[0].length);
}

import { predicates } from './name-words.ts';

/** "giáo viên tiểu học": no verb there. */
const schools =
  /(?<=tieu |trung |dai |khoa |phong |lop |nam |truong |mon |chuong trinh )hoc|hoc(?= sinh| vien| ky| phi)/g;
const predicate = new RegExp(`(?<=^| )(?:${predicates})(?= |$)`);

/** Where the predicate of a name begins ("… | có kết nạp đảng viên"); null when it has none. */
export function predicateAt(folded: string): number | null {
  const match = predicate.exec(folded.replace(schools, '###'));
  return match === null || match.index === 0 ? null : match.index;
}

/** Whether the words are nouns only, so that a predicate said later is meant for them too. */
export const isNounOnly = (folded: string): boolean => predicate.exec(folded.replace(schools, '###')) === null;

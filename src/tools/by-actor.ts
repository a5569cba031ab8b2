import type { Deadline } from '../domain/deadline.ts';
import { fold } from '../vietnamese/fold.ts';
import { coverage } from './match-name.ts';
import { nameWords } from './name-words.ts';
import type { AskedReader } from './read-asked.ts';

const deeds =
  '(?:gui|nop|bao cao|trinh|hoan thanh|tong hop|tham muu|xay dung|lap|to chuc|ban hanh|ra soat|chu tri|phan bo|cong bo|niem yet)';
const tierAsked = new RegExp(
  `^\\W*(?:ubnd|uy ban nhan dan) (?:cac |cap )?(huyen|xa|phuong)(?![a-z])[^?]{0,60}?${deeds}`,
);
const officeAsked = new RegExp(
  `^\\W*((?:so|phong|cuc|chi cuc|cong an|van phong|trung tam|kho bac|bao hiem|thanh tra|ban) (?!nao)[a-z, ]{2,60}?) (?:phai |can |se |co trach nhiem )?${deeds}(?![a-z])`,
);
/** An organisation by its own name, not "các sở, ban, ngành". */
const ownName =
  /^(?:cac )?(?:so|phong|cuc|chi cuc|cong an|van phong|trung tam|kho bac|bao hiem|thanh tra|ban) (?!ban|nganh)/;
/** Share of the office's words that its name has: places and later names ("và Môi trường") stand beside it. */
const sameFrom = 0.3;

/**
 * Of several deadlines those of just the body that a question begins with: of the tier in "UBND huyện gửi báo cáo … khi nào" where there are any;
 * in "Sở Tài chính tổng hợp … khi nào" another office's do not answer at all.
 */
export function byActor<Row extends { deadline: Deadline }>(
  rows: readonly Row[],
  words: string,
  { writeOut }: Pick<AskedReader, 'writeOut'>,
): Row[] {
  const folded = fold(writeOut(words));
  const tier = tierAsked.exec(folded)?.[1];
  const office = officeAsked.exec(folded)?.[1];
  if (tier !== undefined) {
    const own = new RegExp(`(?:ubnd|uy ban nhan dan)[^;]*${tier}`);
    const theirs = rows.filter(({ deadline }) => own.test(fold(deadline.who)));
    return theirs.length > 0 ? theirs : [...rows];
  }
  if (office === undefined) return [...rows];
  const wanted = nameWords(office);
  const isTheirs = ({ who }: Deadline): boolean => coverage(wanted, nameWords(fold(writeOut(who)))) >= sameFrom;
  const theirs = rows.filter(({ deadline }) => isTheirs(deadline));
  return theirs.length > 0 ? theirs : rows.filter(({ deadline }) => !ownName.test(fold(deadline.who)));
}

import { reportTerms } from '../tools/report-terms.ts';
import { fold } from '../vietnamese/fold.ts';

/** Words that a question about another report has beside naming it. */
const aside =
  /(?<![a-z])(?:con|the|vay|thi|sao|bao cao|bc|ky|nop|gui|truoc|ngay|nao|may|khi|bao gio|han|chot|va|hay|hoac|cua|la|ca|dinh)(?![a-z])/g;

/**
 * "còn báo cáo năm?" after a question about a quarterly report: the earlier question with this report in the place of its own. Null where the
 * message names no report by its time, or asks for more.
 */
export function otherReport(text: string, question: string): string | null {
  const [own, before] = [text, question].map((said) => reportTerms(said.normalize('NFC')));
  const [first, last] = [own?.[0], own?.at(-1)];
  if (first === undefined || last === undefined || before === undefined) return null;
  const rest = (own ?? []).reduceRight(
    (said, { start, end }) => `${said.slice(0, start)} ${said.slice(end)}`,
    fold(text),
  );
  if (/[a-z\d]/.test(rest.replace(aside, ' '))) return null;
  const named = text.normalize('NFC').slice(first.start, last.end);
  const plain = question.normalize('NFC').replace(/(?<![?.!\s])[?.!\s]+$/, '');
  const [from, to] = [before[0], before.at(-1)];
  return from === undefined || to === undefined
    ? `${plain}, ${named}`
    : `${plain.slice(0, from.start)}${named}${plain.slice(to.end)}`;
}

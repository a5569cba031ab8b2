import { z } from 'zod';
import type { Citation } from '../domain/citation.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Directive } from '../domain/directive.ts';
import { localitySchema } from '../domain/locality.ts';
import { type Period, periodSchema } from '../domain/period.ts';
import { cite } from './cite.ts';
import { coverage } from './match-name.ts';
import { askedWords, type NameWord, nameWords } from './name-words.ts';
import { answersPeriod } from './period-answer.ts';
import type { AskedReader } from './read-asked.ts';
import type { Tool } from './tool.ts';

const inputSchema = z.object({
  /** What is to be done or reported, in the words of the question; empty: anything. */
  words: z.string().max(2000),
  /** To whom, in the words of the question; empty: anybody. */
  to: z.string().max(200),
  kind: z.enum(['report', 'finish', 'span']).nullable(),
  localities: z.array(localitySchema),
  period: periodSchema.nullable(),
  documents: z.array(z.string()).nullable(),
});
export type ListDeadlinesInput = z.infer<typeof inputSchema>;

export type CitedDeadline = { deadline: Deadline; citation: Citation };

/** `found` best first, dated ones before the others; empty when no directive asked about sets such a deadline. */
export type ListDeadlinesResult = { found: CitedDeadline[]; searched: Directive[] };

/** Words that every question about reports has and that tell no two of them apart. */
const commonWords =
  'thoi han bao nop gui truoc ngay nao khi ket thuc phong trao thi dua tong hop theo doi kiem tra don doc giao phai ai thoi gian nam dot ' +
  'to_chuc thuc hien ket qua tinh hinh uy_ban_nhan_dan tinh huyen cham han lam viec xong hoan thanh dinh ki cac uy ban nhan dan cao keo dai';
const relevantFrom = 0.5;

/** Deadlines of some places, documents and times: who does or reports what, to whom, by when. */
export const listDeadlines: Tool<ListDeadlinesInput, ListDeadlinesResult> = {
  name: 'list-deadlines',
  input: inputSchema,
  run: async (input, { catalog, reader }) => {
    const searched = catalog.directives.filter((directive) => isMeant(directive, input));
    const ids = new Map(searched.map((directive) => [directive.id, directive]));
    const placed = catalog.deadlines.filter(
      ({ document, kind }) => ids.has(document) && (input.kind === null || kind === input.kind),
    );
    const relevant = placed.filter((deadline) => isRelevant(deadline, input.words, reader));
    const addressed = relevant.filter((deadline) => input.to === '' || isAddressed(deadline, input.to, reader));
    const kept = addressed.length > 0 ? addressed : relevant;
    const found = kept.flatMap((deadline) => {
      const directive = ids.get(deadline.document);
      return directive === undefined ? [] : [{ deadline, citation: cite(directive, deadline, deadline.heading) }];
    });
    return { found: found.sort((a, b) => rankOf(a.deadline) - rankOf(b.deadline)), searched };
  },
};

const rankOf = ({ dueDate, rule }: Deadline): number => (dueDate !== null ? 0 : rule !== null ? 1 : 2);

function isMeant(directive: Directive, { localities, documents, period }: ListDeadlinesInput): boolean {
  if (documents !== null && !documents.includes(directive.id)) return false;
  if (localities.length > 0 && !localities.some(({ key }) => key === directive.locality?.key)) return false;
  return documents !== null || period === null || governs(directive, period);
}

function governs({ period, date }: Directive, asked: Period): boolean {
  if (period.kind === 'none') return date === null || ((asked.from ?? '') <= date && date <= (asked.to ?? '9999'));
  return (
    answersPeriod(period, asked, period) ||
    ((period.from ?? '0') <= (asked.from ?? '0') && (asked.to ?? '9') <= (period.to ?? '9'))
  );
}

/** What the question names beyond the words of all such questions must stand in the deadline. */
function isRelevant(deadline: Deadline, words: string, reader: AskedReader): boolean {
  const telling = askedWords(reader.writeOut(words)).filter(
    (word) => word.weight >= 0.5 && !isCommon(word) && !word.isNumber,
  );
  if (telling.length === 0) return true;
  const said = nameWords(reader.writeOut(`${deadline.what} ${deadline.who} ${deadline.to} ${deadline.quote}`));
  return coverage(telling, said) >= relevantFrom;
}

const commonTokens = new Set(commonWords.split(' '));
const isCommon = (word: NameWord): boolean => commonTokens.has(word.token);

function isAddressed({ to }: Deadline, asked: string, reader: AskedReader): boolean {
  const wanted = nameWords(reader.writeOut(asked));
  return coverage(wanted, nameWords(reader.writeOut(to))) >= 0.6;
}

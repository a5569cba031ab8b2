import { z } from 'zod';
import type { Citation } from '../domain/citation.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Directive } from '../domain/directive.ts';
import { localitySchema } from '../domain/locality.ts';
import { type Period, periodSchema } from '../domain/period.ts';
import { fold } from '../vietnamese/fold.ts';
import { byActor } from './by-actor.ts';
import { cite } from './cite.ts';
import { coverage } from './match-name.ts';
import { nameWords } from './name-words.ts';
import { answersPeriod } from './period-answer.ts';
import type { AskedReader } from './read-asked.ts';
import { areOneReport, reportTerms } from './report-terms.ts';
import { pairShare, presence, type TextTerm, textTerms, textWords } from './text-terms.ts';
import { asTool } from './tool.ts';

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
export type ListDeadlinesResult = {
  found: CitedDeadline[];
  searched: Directive[];
  /** Nothing but the words of every such question was asked: all there are answer alike. */
  isOpen: boolean;
};

/** Words that every question about deadlines has and that tell no two of them apart. */
const commonWords = new Set(
  'thoi han bao cao nop gui truoc ngay nao khi ket thuc phong trao thi dua giao phai ai gian dot thuc hien qua cham nhat han lam viec xong ve ubnd tinh so co quan don vi may liet ke cac nhung tat ca toan bo moc lich dinh ky ngay hang den het han gio luc hom'.split(
    ' ',
  ),
);
const relevantFrom = 0.5;
/** A deadline of another kind than asked for must be named more clearly. */
type Setting = { reader: AskedReader; ids: ReadonlyMap<string, Directive>; isAnywhere: boolean };

const otherKindFrom = 0.7;
const besideBest = 0.12;
const saysTermWorth = 0.3;
/** From here on a deadline is for the subject that a question names. */
const aboutFrom = 0.6;

/** Deadlines of some places, documents and times: who does or reports what, to whom, by when. */
export const listDeadlines = asTool<ListDeadlinesInput, ListDeadlinesResult>({
  name: 'list-deadlines',
  input: inputSchema,
  run: async (input, { catalog, reader }) => {
    const keys = new Set(catalog.keysAround(input.localities));
    const own = catalog.directives.filter((directive) => isMeant(directive, input, keys));
    // Nobody bound the place as a whole, but another's directive may name it.
    const searched =
      own.length > 0 ? own : catalog.directives.filter((directive) => isMeant(directive, input, new Set()));
    const ids = new Map(searched.map((directive) => [directive.id, directive]));
    const placed = catalog.deadlines.filter(
      (deadline) => ids.has(deadline.document) && (own.length > 0 || names(deadline, input.localities)),
    );
    const relevant = mostRelevant(placed, input, {
      reader,
      ids,
      isAnywhere: keys.size === 0 && input.documents === null,
    });
    const addressed = relevant.filter((deadline) => input.to === '' || isAddressed(deadline, input.to, reader));
    const kept = addressed.length > 0 ? addressed : relevant;
    const found = kept.flatMap((deadline) => {
      const directive = ids.get(deadline.document);
      return directive === undefined ? [] : [{ deadline, citation: cite(directive, deadline, deadline.heading) }];
    });
    return {
      found: found.sort((a, b) => rankOf(a.deadline) - rankOf(b.deadline)),
      searched: own,
      isOpen: tellingTerms(reader.writeOut(input.words)).length === 0,
    };
  },
});

/** It charges one of these places by name ("UBND xã Hoằng Giang"). */
const names = ({ who }: Deadline, localities: ListDeadlinesInput['localities']): boolean =>
  localities.some(({ name }) => fold(who).includes(fold(name)));

const rankOf = ({ dueDate, rule }: Deadline): number => (dueDate !== null ? 0 : rule !== null ? 1 : 2);

function isMeant(directive: Directive, { documents, period }: ListDeadlinesInput, keys: ReadonlySet<string>): boolean {
  if (documents !== null && !documents.includes(directive.id)) return false;
  if (keys.size > 0 && !keys.has(directive.locality?.key ?? '')) return false;
  return documents !== null || period === null || governs(directive, period);
}

function governs({ period, date }: Directive, asked: Period): boolean {
  if (period.kind === 'none') return date === null || ((asked.from ?? '') <= date && date <= (asked.to ?? '9999'));
  return (
    answersPeriod(period, asked, period) ||
    ((period.from ?? '0') <= (asked.from ?? '0') && (asked.to ?? '9') <= (period.to ?? '9'))
  );
}

/** Those that say most of what the question names beyond the words of all such questions; with no such words, all of the kind asked. */
function mostRelevant(
  deadlines: readonly Deadline[],
  { words, kind }: ListDeadlinesInput,
  setting: Setting,
): Deadline[] {
  const written = setting.reader.writeOut(words);
  const terms = reportTerms(written).map(({ term }) => term);
  const telling = tellingTerms(written);
  const ofKind = (deadline: Deadline): boolean => kind === null || deadline.kind === kind;
  if (telling.length === 0) {
    const all = deadlines.filter(ofKind).map((deadline) => ({ deadline, score: 0 }));
    return forTerms(all, terms).map(({ deadline }) => deadline);
  }
  const event = eventAsked.exec(fold(written))?.[0];
  const scored = deadlines
    .filter((deadline) => event === undefined || fold(deadline.quote).includes(event))
    .map((deadline) => ({
      deadline,
      score: sharedWith(deadline, telling, setting) + (saysTerm(deadline, terms) ? saysTermWorth : 0),
    }))
    .filter(({ deadline }) => isAbout(deadline, subjectAsked(written), setting));
  const enough = scored.filter(({ deadline, score }) => score >= (ofKind(deadline) ? relevantFrom : otherKindFrom));
  const theirs = byActor(enough, words, setting.reader);
  const sameKind = theirs.filter(({ deadline }) => ofKind(deadline));
  const kept = sameKind.length > 0 ? sameKind : theirs;
  const fitting = termGroups(written).map((group) => forTerms(kept, group));
  return [...new Set((fitting.length > 0 ? fitting : [kept]).flatMap(bestOf))];
}

const tellingTerms = (written: string): TextTerm[] =>
  textTerms(withoutPhrases(withoutTerms(written))).filter(({ folded }) => !commonWords.has(folded));

type Scored = { deadline: Deadline; score: number };

function bestOf(scored: readonly Scored[]): Deadline[] {
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score >= best - besideBest).map(({ deadline }) => deadline);
}

/** "sơ kết học kỳ I và tổng kết năm học": the times of each report asked for. */
function termGroups(written: string): string[][] {
  const groups: string[][] = [];
  let end = 0;
  for (const term of reportTerms(written)) {
    const isNext = groups.length === 0 || parting.test(fold(written.slice(end, term.end)));
    if (isNext) groups.push([]);
    groups.at(-1)?.push(term.term);
    end = term.end;
  }
  return groups;
}

const parting = /[,;?]|(?<![a-z])(?:va|con|hoac|cung)(?![a-z])/;

/** What happens to a work or is held only once: a deadline for something else of the same work does not answer for it. */
const eventAsked =
  /thong xe|khoi cong|khanh thanh|dong tho|dua vao (?:su dung|khai thac|van hanh)|nghiem thu|quyet toan|mo thau|khai mac|be mac|khai giang|cat bang/;

/** "… báo cáo về an toàn, vệ sinh lao động trước ngày nào": what the report is about; "về Sở Nội vụ" is whom it goes to. */
const aboutAsked =
  /(?<![a-z])ve (?:viec |cong tac |tinh hinh )*(?!so |ubnd|uy ban|bo |phong|ban |cuc|chi cuc|hoi |tinh|huyen|van phong|thuong truc|cap)([a-z][a-z ,]{8,60}?)(?= truoc| cham| khi| vao| ngay| bao gio| han|[?.]|$)/;

/** Telling words of the subject; none where it is said in fewer than three: those may be worded differently. */
function subjectAsked(written: string): TextTerm[] {
  const folded = fold(written);
  const found = aboutAsked.exec(folded);
  if (found?.[1] === undefined) return [];
  const from = found.index + found[0].length - found[1].length;
  const terms = textTerms(written.slice(from, from + found[1].length)).filter(({ folded }) => !commonWords.has(folded));
  return terms.length >= 3 ? terms : [];
}

/** Another document's deadline for another subject does not answer. */
const isAbout = (deadline: Deadline, subject: readonly TextTerm[], setting: Setting): boolean =>
  subject.length === 0 || sharedWith(deadline, subject, setting) >= aboutFrom;

/** What questions about time say in two syllables, which alone are other words ("bệnh dại", "điện"). */
const timePhrases = /(?<![a-z])(?:keo dai|bat dau|dien ra|gia han|hieu luc)(?![a-z])/g;

const withoutPhrases = (words: string): string =>
  [...fold(words.normalize('NFC')).matchAll(timePhrases)].reduceRight(
    (text, { index, 0: said }) => `${text.slice(0, index)} ${text.slice(index + said.length)}`,
    words.normalize('NFC'),
  );

/** Words without the times that reports are about; those are compared by themselves. */
function withoutTerms(words: string): string {
  return reportTerms(words).reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, words);
}

/** "báo cáo quý III": of several deadlines those for just that time; all when none says it. */
function forTerms(scored: readonly Scored[], terms: readonly string[]): readonly Scored[] {
  const saying = (wanted: readonly string[]): Scored[] => scored.filter(({ deadline }) => saysTerm(deadline, wanted));
  const all =
    terms.length > 1 ? scored.filter(({ deadline }) => terms.every((term) => saysTerm(deadline, [term]))) : [];
  const fitting = all.length > 0 ? all : saying(terms);
  if (fitting.length > 0 || terms.length === 0) return fitting.length > 0 ? fitting : scored;
  // A yearly report does not answer for a monthly one; one that says no time may.
  return scored.filter(({ deadline }) => {
    const own = ownTerms(deadline);
    const isOnce = deadline.rule === null && terms.every((term) => /^(?:thang|quy|tuan)$/.test(term));
    return (own.length === 0 && !isOnce) || areOneReport(terms, own);
  });
}

/** The times that a report says it is about; else how often it is due. */
function ownTerms({ what, due }: Deadline): string[] {
  const termsOf = (text: string): string[] => reportTerms(text.normalize('NFC')).map(({ term }) => term);
  const own = termsOf(what);
  return own.length > 0 ? own : termsOf(due);
}

const saysTerm = (deadline: Deadline, terms: readonly string[]): boolean =>
  ownTerms(deadline).some((term) => terms.includes(term));

const fewTerms = 2;

/** 0..1: share of the telling words that a deadline says; what it is about counts before the rest of its sentence. */
function sharedWith(deadline: Deadline, telling: readonly TextTerm[], { reader, ids, isAnywhere }: Setting): number {
  const directive = ids.get(deadline.document);
  const own = textWords(reader.writeOut(`${deadline.what} ${deadline.who} ${deadline.to} ${deadline.due}`));
  const sentence = textWords(
    reader.writeOut(
      `${deadline.quote} ${deadline.heading.join(' ')} ${directive?.issuer ?? ''} ${directive?.title ?? ''}`,
    ),
  );
  // In the texts of all places any syllable is found somewhere ("đại hội", "chi bộ"): two that are neighbours must stay neighbours.
  if (isAnywhere && telling.length >= fewTerms && pairShare(telling, own) + pairShare(telling, sentence) === 0)
    return 0;
  const shared = telling.map((term) => Math.max(presence(term, own), presence(term, sentence) * 0.85));
  return shared.reduce((sum, value) => sum + value, 0) / telling.length;
}

function isAddressed({ to }: Deadline, asked: string, reader: AskedReader): boolean {
  const wanted = nameWords(reader.writeOut(asked));
  return coverage(wanted, nameWords(reader.writeOut(to))) >= 0.6;
}

import type { Directive, DirectiveType } from '../domain/directive.ts';
import { listDeadlines } from '../tools/list-deadlines.ts';
import { listDirectives } from '../tools/list-directives.ts';
import { listTargets } from '../tools/list-targets.ts';
import { textTerms } from '../tools/text-terms.ts';
import type { ToolContext } from '../tools/tool.ts';
import { asksDigest, withoutDigest } from './asks-digest.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './read-question.ts';
import { topicWords } from './topic-words.ts';

/**
 * What a document sets and asks for, for a question that wants all of it in short; the documents it may mean where that is several. Null:
 * nothing points at documents, or only a part of one is asked about.
 */
export async function gatherOverview(question: Question, context: ToolContext): Promise<Evidence | null> {
  if (!asksDigest(question.text)) return null;
  const meant = await documentsMeant(question, context);
  const [directive] = meant;
  if (directive === undefined) return null;
  if (meant.length > 1) return { kind: 'metadata', shown: [], choices: meant };
  const documents = [directive.id];
  const { found: targets } = await listTargets.run(
    { localities: [], period: null, documents, topic: '', kinds: ['target'] },
    context,
  );
  const { found: deadlines } = await listDeadlines.run(
    { words: '', to: '', kind: null, localities: [], period: null, documents },
    context,
  );
  return { kind: 'overview', directive, targets, deadlines };
}

/** Of the documents pointed at those whose title has most of the words left; none when the words are of no title. */
async function documentsMeant(question: Question, context: ToolContext): Promise<Directive[]> {
  const { documents, localities, mention, periods, topic } = question;
  if (documents === null && localities.length === 0 && mention === null) return [];
  const { type = null, number = null, date = null } = mention ?? {};
  const localityKeys = context.catalog.keysAround(localities);
  const ofType = (type: DirectiveType | null) =>
    listDirectives.run({ type, number, date, localityKeys, periods }, context);
  const typed = await ofType(type);
  // People call many a document a plan; of what kind it is, the answer says.
  const { directives } = typed.directives.length > 0 ? typed : await ofType(null);
  const named = directives.filter(({ id }) => documents === null || documents.includes(id));
  const words = withoutDigest(topic);
  if (textTerms(words).every(({ isCommon }) => isCommon)) return named;
  const scoreOf = topicWords(words);
  const scored = named.map((directive) => ({ directive, score: scoreOf(directive.title) }));
  const best = Math.max(titledFrom, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score >= best).map(({ directive }) => directive);
}

/** From this share of its words on, a title is meant. */
const titledFrom = 0.75;

import type { DeadlineFinding } from '../../domain/deadline.ts';
import { actorContext } from './actor-context.ts';
import { findClauseDeadlines } from './clause-deadlines.ts';
import type { DeadlineInput } from './deadline-input.ts';
import { findLabelledDeadlines } from './labelled-deadlines.ts';
import { findListedDeadline } from './listed-deadlines.ts';
import { receiverAround } from './receiver-around.ts';
import { findSharedDeadlines } from './shared-deadlines.ts';
import { findTableDeadlines } from './table-deadlines.ts';

/**
 * Every duty with a time in a document: reports to send, work to finish, campaigns that run until a day; duties to report without a date
 * among them. One finding a date. `[]` when the document sets none. Time is linear in its length.
 */
export function findDeadlines(input: DeadlineInput): DeadlineFinding[] {
  const found: DeadlineFinding[] = [];
  const actors = actorContext(input);
  for (const [at, block] of input.blocks.entries()) {
    if (block.kind === 'table') for (const one of findTableDeadlines(input, block)) found.push(one);
    else {
      const labelled =
        findLabelledDeadlines(input, at, actors) ??
        findListedDeadline(input, at, actors) ??
        findSharedDeadlines(input, at, actors);
      for (const one of withReceiverOfBlock(labelled ?? findClauseDeadlines(input, { block, at, actors }))) {
        const isUnsent = one.kind === 'report' && one.to === '' && block.kind === 'list_item';
        found.push(isUnsent ? { ...one, to: receiverAround(input, at) } : one);
      }
    }
  }
  return withoutRepeats(found);
}

/** "Báo cáo quý trước ngày 20 …. Báo cáo gửi về Sở Tài chính.": what a block says once of where reports go holds for those of the same body. */
function withReceiverOfBlock(found: readonly DeadlineFinding[]): readonly DeadlineFinding[] {
  return found.map((one, at) => {
    if (one.kind !== 'report' || one.to !== '' || !reporting.test(one.what)) return one;
    const others = [...found.slice(0, at).reverse(), ...found.slice(at + 1)];
    const same = others.find(
      ({ kind, to, who, what }) => kind === 'report' && to !== '' && who === one.who && reporting.test(what),
    );
    return same === undefined ? one : { ...one, to: same.to };
  });
}

const reporting = /báo cáo|số liệu/iu;

function withoutRepeats(found: readonly DeadlineFinding[]): DeadlineFinding[] {
  const seen = new Set<string>();
  return found.filter(({ start, due, what }) => {
    const id = `${start}|${due}|${what}`;
    return !seen.has(id) && seen.add(id) !== undefined;
  });
}

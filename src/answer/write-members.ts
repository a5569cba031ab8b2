import type { Block } from '../domain/reply.ts';
import type { Catalog } from '../tools/catalog.ts';
import type { CitedTarget } from '../tools/tool.ts';
import type { Draft } from './answer.ts';
import type { Evidence } from './evidence.ts';
import { tableRows } from './write-figures.ts';
import { listSources } from './write-list.ts';
import { figureOf, indicatorName, labelsOf, placeAndTime, printedValue, sourceChoice } from './write-parts.ts';

type Members = Extract<Evidence, { kind: 'members' }>;

const mostRows = 60;

/** The figures of several places as one table, the highest or lowest first where that was asked. */
export function writeMembers({ found, wanted }: Members, catalog: Catalog): Draft {
  const shown = found.slice(0, mostRows);
  const table: Block = { kind: 'table', rows: tableRows(shown.map(({ target }) => target)) };
  return {
    outcome: 'answered',
    blocks: [lead(shown, wanted), table, ...listSources(shown, catalog)],
    choices: [sourceChoice],
    figures: shown.map(figureOf),
    citations: shown.map(({ citation }) => citation),
    labels: [`${shown.length}`, ...shown.flatMap(labelsOf)],
  };
}

/** Who is highest, with all that are; else what the table is of. */
function lead(shown: readonly CitedTarget[], wanted: Members['wanted']): Block {
  const first = shown[0]?.target;
  if (first === undefined) return { kind: 'paragraph', spans: [] };
  const what = [indicatorName(first), placeAndTime(null, first.period)].filter((words) => words !== '').join(', ');
  if (wanted === null) return { kind: 'paragraph', spans: [`${what} (${shown.length} nơi):`] };
  const best = shown.filter(({ target }) => target.min === first.min && target.max === first.max);
  const names = best.map(({ target }) => target.locality?.name ?? '').join(', ');
  const word = wanted === 'highest' ? 'Cao nhất' : 'Thấp nhất';
  return { kind: 'paragraph', spans: [{ bold: printedValue(first) }, ` – ${word}: ${names}; ${what}.`] };
}

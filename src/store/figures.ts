import type { Figure, Target } from '../domain/target.ts';
import type { Session } from './database.ts';
import type { Owned } from './owned.ts';
import { figureStatus } from './replaced-status.ts';
import { jsonParameter } from './storable.ts';
import { where } from './where.ts';

export type FigureFilter = {
  ids?: number[];
  documents?: string[];
  /** Vocabulary keys. */
  keys?: string[];
  localityKeys?: string[];
  kinds?: Figure['kind'][];
  /** Default: `proposed` and `approved`. */
  statuses?: Target['status'][];
  /** Also those that another document took the place of, each with the status that review gave it. Default: they count as `replaced`. */
  withReplaced?: boolean;
};

/** Stores figures in the order given: one statement with one JSON parameter, however many there are. */
export async function saveFigures(session: Session, figures: readonly Owned<Figure>[]): Promise<void> {
  if (figures.length === 0) return;
  await session.query(
    `insert into figures (directive_id, kind, indicator, key, value_text, min, max, comparator, unit, direction,
       period_text, period_kind, period_from, period_to, locality_key, locality_name, locality_level, locality_within,
       parent, heading, confidence, quote, start_offset, end_offset, note)
     select f.document, f.kind, f.indicator, f.key, f."valueText", f.min, f.max, f.comparator, f.unit, f.direction,
       f.period->>'text', f.period->>'kind', (f.period->>'from')::date, (f.period->>'to')::date,
       f.locality->>'key', f.locality->>'name', f.locality->>'level', f.locality->>'within',
       f.parent, f.heading, f.confidence, f.quote, f.start, f."end", f.note
     from json_to_recordset($1::json) as f(place int, document text, kind text, indicator text, key text, "valueText" text,
       min float8, max float8, comparator text, unit text, direction text, period jsonb, locality jsonb, parent text, heading text[],
       confidence float8, quote text, start int, "end" int, note text)
     order by f.place`,
    [jsonParameter(figures.map((figure, place) => ({ ...figure, place })))],
  );
}

const columns = `id, directive_id as document, kind, indicator, key, value_text as "valueText", min, max, comparator, unit,
  direction, json_build_object('text', period_text, 'kind', period_kind, 'from', period_from, 'to', period_to) as period,
  case when locality_key is not null then json_build_object('key', locality_key, 'name', locality_name,
    'level', locality_level, 'within', locality_within) end as locality,
  parent, heading, confidence, quote, start_offset as start, end_offset as "end", note,
  replaced_by as "replacedBy", replaced_by_figure as "replacedByFigure", replaced_on as "replacedOn"`;

/** Figures in the order of their directives' text; `[]` when none matches. An absent filter does not restrict. */
export async function findFigures(session: Session, filter: FigureFilter): Promise<Target[]> {
  const status = filter.withReplaced === true ? 'status' : figureStatus;
  const { clause, parameters } = where([
    ['id = any(?)', filter.ids],
    ['directive_id = any(?)', filter.documents],
    ['key = any(?)', filter.keys],
    ['locality_key = any(?)', filter.localityKeys],
    ['kind = any(?)', filter.kinds],
    [`${status} = any(?)`, filter.statuses ?? ['proposed', 'approved']],
  ]);
  // Each row as one JSON value: reading twenty columns one by one takes the driver three times as long.
  const rows = await session.query<{ target: Target }>(
    `select row_to_json(f) as target
     from (select ${status} as status, ${columns} from figures ${clause}) f order by f.document, f.id`,
    parameters,
  );
  return rows.map(({ target }) => target);
}

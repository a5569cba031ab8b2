import type { Figure, Target } from '../domain/target.ts';
import type { Session } from './database.ts';

export type FigureFilter = {
  ids?: number[];
  documents?: string[];
  /** Vocabulary keys. */
  keys?: string[];
  localityKeys?: string[];
  kinds?: Figure['kind'][];
  /** Default: `proposed` and `approved`. */
  statuses?: Target['status'][];
};

/** Columns from `min` to `locality_within` as the draft's JSON names them, for `jsonb_to_recordset`. */
export async function saveFigures(session: Session, document: string, figures: Figure[]): Promise<void> {
  if (figures.length === 0) return;
  await session.query(
    `insert into figures (directive_id, kind, indicator, key, value_text, min, max, comparator, unit, direction,
       period_text, period_kind, period_from, period_to, locality_key, locality_name, locality_level, locality_within,
       parent, heading, confidence, quote, start_offset, end_offset)
     select $1, f.kind, f.indicator, f.key, f."valueText", f.min, f.max, f.comparator, f.unit, f.direction,
       f.period->>'text', f.period->>'kind', (f.period->>'from')::date, (f.period->>'to')::date,
       f.locality->>'key', f.locality->>'name', f.locality->>'level', f.locality->>'within',
       f.parent, f.heading, f.confidence, f.quote, f.start, f."end"
     from jsonb_to_recordset($2::jsonb) as f(place int, kind text, indicator text, key text, "valueText" text, min float8, max float8,
       comparator text, unit text, direction text, period jsonb, locality jsonb, parent text, heading text[],
       confidence float8, quote text, start int, "end" int)
     order by f.place`,
    [document, JSON.stringify(figures.map((figure, place) => ({ ...figure, place })))],
  );
}

const columns = `f.id, f.directive_id as document, f.status, f.kind, f.indicator, f.key, f.value_text as "valueText", f.min, f.max,
  f.comparator, f.unit, f.direction, f.period_text, f.period_kind, f.period_from, f.period_to,
  f.locality_key, f.locality_name, f.locality_level, f.locality_within,
  f.parent, f.heading, f.confidence, f.quote, f.start_offset as start, f.end_offset as "end"`;

/** Figures in the order of their directives' text; `[]` when none matches. An absent filter does not restrict. */
export async function findFigures(session: Session, filter: FigureFilter): Promise<Target[]> {
  const rows = await session.query<FigureRow>(
    `select ${columns} from figures f
     where ($1::bigint[] is null or f.id = any($1)) and ($2::text[] is null or f.directive_id = any($2))
       and ($3::text[] is null or f.key = any($3)) and ($4::text[] is null or f.locality_key = any($4))
       and ($5::text[] is null or f.kind = any($5)) and f.status = any($6)
     order by f.directive_id, f.id`,
    [
      filter.ids ?? null,
      filter.documents ?? null,
      filter.keys ?? null,
      filter.localityKeys ?? null,
      filter.kinds ?? null,
      filter.statuses ?? ['proposed', 'approved'],
    ],
  );
  return rows.map(toTarget);
}

type FigureRow = Omit<Target, 'period' | 'locality'> & {
  period_text: string;
  period_kind: Target['period']['kind'];
  period_from: string | null;
  period_to: string | null;
  locality_key: string | null;
  locality_name: string;
  locality_level: NonNullable<Target['locality']>['level'];
  locality_within: string | null;
};

function toTarget(row: FigureRow): Target {
  const { period_text, period_kind, period_from, period_to, ...rest } = row;
  const { locality_key, locality_name, locality_level, locality_within, ...figure } = rest;
  return {
    ...figure,
    period: { text: period_text, kind: period_kind, from: period_from, to: period_to },
    locality:
      locality_key === null
        ? null
        : { key: locality_key, name: locality_name, level: locality_level, within: locality_within },
  };
}

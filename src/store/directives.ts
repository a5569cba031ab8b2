import type { Directive, Metadata } from '../domain/directive.ts';
import type { Session } from './database.ts';
import { where } from './where.ts';

export type DirectiveFilter = {
  ids?: string[];
  types?: Directive['type'][];
  /** Normalised number/symbol, exactly ("15/KH-UBND"). */
  numbers?: string[];
  localityKeys?: string[];
  /** File names or links they came from. */
  sources?: string[];
  /** Default: `in_force`. */
  statuses?: Directive['status'][];
  /** Issued in this span (ISO dates, both included). */
  issuedFrom?: string;
  issuedTo?: string;
};

type DirectiveRow = Pick<Directive, 'id' | 'source' | 'sha256' | 'status' | 'pages' | 'replacedBy' | 'replacedOn'> & {
  metadata: Metadata;
};

const columns = 'id, source, sha256, status, pages, metadata, replaced_by as "replacedBy", replaced_on as "replacedOn"';

/** Newest first, undated last; `[]` when none matches. An absent filter does not restrict. */
export async function findDirectives(session: Session, filter: DirectiveFilter = {}): Promise<Directive[]> {
  const { clause, parameters } = where([
    ['id = any(?)', filter.ids],
    ['type = any(?)', filter.types],
    ['number = any(?)', filter.numbers],
    ['locality_key = any(?)', filter.localityKeys],
    ['source = any(?)', filter.sources],
    ['status = any(?)', filter.statuses ?? ['in_force']],
    ['issued_on >= ?', filter.issuedFrom],
    ['issued_on <= ?', filter.issuedTo],
  ]);
  const rows = await session.query<DirectiveRow>(
    `select ${columns} from directives ${clause} order by issued_on desc nulls last, id`,
    parameters,
  );
  return rows.map(toDirective);
}

/** The directive, whatever its status; null when the id is unknown. */
export async function findDirective(session: Session, id: string): Promise<Directive | null> {
  const rows = await session.query<DirectiveRow>(`select ${columns} from directives where id = $1`, [id]);
  return rows[0] ? toDirective(rows[0]) : null;
}

/** The ids of all directives, whatever their status. */
export async function listDirectiveIds(session: Session): Promise<string[]> {
  return (await session.query<{ id: string }>('select id from directives')).map(({ id }) => id);
}

/** The whole stored NFC text that all offsets point into; null when the id is unknown. */
export async function loadDirectiveText(session: Session, id: string): Promise<string | null> {
  const rows = await session.query<{ text: string }>('select text from directives where id = $1', [id], 'once');
  return rows[0]?.text ?? null;
}

function toDirective({ metadata, ...row }: DirectiveRow): Directive {
  return { ...metadata, ...row };
}

import type { Directive, Metadata } from '../domain/directive.ts';
import type { Session } from './database.ts';

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

type DirectiveRow = Pick<Directive, 'id' | 'source' | 'sha256' | 'status'> & { metadata: Metadata };

const columns = 'id, source, sha256, status, metadata';

/** Newest first, undated last; `[]` when none matches. An absent filter does not restrict. */
export async function findDirectives(session: Session, filter: DirectiveFilter = {}): Promise<Directive[]> {
  const rows = await session.query<DirectiveRow>(
    `select ${columns} from directives
     where ($1::text[] is null or id = any($1)) and ($2::text[] is null or type = any($2))
       and ($3::text[] is null or number = any($3)) and ($4::text[] is null or locality_key = any($4))
       and ($5::text[] is null or source = any($5)) and status = any($6)
       and ($7::date is null or issued_on >= $7) and ($8::date is null or issued_on <= $8)
     order by issued_on desc nulls last, id`,
    [
      filter.ids ?? null,
      filter.types ?? null,
      filter.numbers ?? null,
      filter.localityKeys ?? null,
      filter.sources ?? null,
      filter.statuses ?? ['in_force'],
      filter.issuedFrom ?? null,
      filter.issuedTo ?? null,
    ],
  );
  return rows.map(toDirective);
}

/** The directive, whatever its status; null when the id is unknown. */
export async function findDirective(session: Session, id: string): Promise<Directive | null> {
  const rows = await session.query<DirectiveRow>(`select ${columns} from directives where id = $1`, [id]);
  return rows[0] ? toDirective(rows[0]) : null;
}

/** The whole stored NFC text that all offsets point into; null when the id is unknown. */
export async function loadDirectiveText(session: Session, id: string): Promise<string | null> {
  const rows = await session.query<{ text: string }>('select text from directives where id = $1', [id]);
  return rows[0]?.text ?? null;
}

function toDirective({ metadata, ...row }: DirectiveRow): Directive {
  return { ...metadata, ...row };
}

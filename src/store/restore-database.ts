import { DataError } from '../domain/errors.ts';
import { fixTexts, readRows, type TableSum, writeRows } from './copy-rows.ts';
import type { Database, Session } from './database.ts';
import type { DumpPiece, TakePiece } from './dump-database.ts';
import { quoted, readShapes, type TableShape } from './table-shapes.ts';

export type RestoredTable = { shape: TableShape; sum: TableSum };

const wrong = (reason: string): DataError => new DataError(reason, 'bản sao');

/**
 * Fills an empty database with what `produce` hands over, reads everything back and compares counts and checksums: all of it or, when this
 * rejects, nothing. Throws DataError when the database holds something, when tables differ, and when what was read back is not what came.
 */
export async function restoreDatabase(
  database: Database,
  produce: (take: TakePiece) => Promise<void>,
): Promise<RestoredTable[]> {
  return database.transaction(async (session) => {
    await fixTexts(session);
    const known = await readShapes(session);
    await refuseContent(session, known);
    const links = await dropLinks(session);
    const restore = createRestore(session, known);
    await produce(restore.take);
    const restored = restore.tables();
    for (const { add } of links) await session.query(add);
    for (const expected of restored) await compare(session, expected);
    return restored;
  });
}

/** What every new database holds already. */
const seeded = ['corpus'];

async function refuseContent(session: Session, shapes: readonly TableShape[]): Promise<void> {
  for (const { name } of shapes) {
    if (seeded.includes(name)) await session.query(`delete from ${quoted(name)}`);
    else if ((await session.query(`select from ${quoted(name)} limit 1`)).length > 0)
      throw wrong(`Cơ sở dữ liệu đích đã có nội dung (bảng ${name}): hãy dùng một cơ sở dữ liệu trống.`);
  }
}

/** Takes references between tables away while rows come in any order; `add` puts one back and checks every row. */
async function dropLinks(session: Session): Promise<{ add: string }[]> {
  const links = await session.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by conname`,
  );
  for (const { drop } of links) await session.query(drop);
  return links;
}

function createRestore(session: Session, known: readonly TableShape[]): { take: TakePiece; tables(): RestoredTable[] } {
  const tables: RestoredTable[] = [];
  let current: TableShape | null = null;
  let isComplete = false;
  async function take(piece: DumpPiece): Promise<void> {
    if (piece.kind === 'table') {
      current = shapeLike(known, piece.shape);
      await setCounters(session, piece.shape);
    } else if (piece.kind === 'complete') isComplete = piece.tables === tables.length;
    else if (current !== null && piece.kind === 'rows') await writeRows(session, current, piece.rows);
    else if (current !== null && piece.kind === 'end') {
      tables.push({ shape: current, sum: piece.sum });
      current = null;
    }
  }
  return {
    take,
    tables() {
      if (!isComplete) throw wrong('Bản sao lưu bị cắt cụt: không khôi phục gì.');
      return tables;
    },
  };
}

/** The table as it came, where the database has it with just these columns. */
function shapeLike(known: readonly TableShape[], shape: TableShape): TableShape {
  const described = ({ columns }: TableShape): string =>
    columns
      .map(({ name, type }) => `${name} ${type}`)
      .sort()
      .join(', ');
  const own = known.find(({ name }) => name === shape.name);
  if (own === undefined || described(own) !== described(shape))
    throw wrong(`Bảng ${shape.name} khác với bảng của bản chidao này.`);
  return shape;
}

async function setCounters(session: Session, { name, counters }: TableShape): Promise<void> {
  for (const [column, next] of Object.entries(counters))
    await session.query('select setval(pg_get_serial_sequence(quote_ident($1), $2), $3, false)', [name, column, next]);
}

async function compare(session: Session, { shape, sum }: RestoredTable): Promise<void> {
  const found = await readRows(session, shape, async () => {});
  if (found.rows !== sum.rows || found.checksum !== sum.checksum)
    throw wrong(`Bảng ${shape.name} đọc lại không khớp bản gốc (${found.rows}/${sum.rows} dòng).`);
}

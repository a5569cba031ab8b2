import type { Session } from './database.ts';
import { noteChange } from './save-directive.ts';

/** Takes a directive out of every answer and search: it bears a mark of secrecy that was not seen when it came in. Whether to destroy it is a person's decision. */
export async function refuseDirective(session: Session, id: string): Promise<void> {
  await session.query(`update directives set status = 'refused' where id = $1`, [id]);
  await noteChange(session, [id]);
}

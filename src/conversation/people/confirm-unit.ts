import { type Account, accountName, type Person } from '../../domain/person.ts';
import type { Reply } from '../../domain/reply.ts';
import { addAudit } from '../../store/audit.ts';
import { loadPerson } from '../../store/people.ts';
import { confirmUnit, listLimits } from '../../store/visibility.ts';
import type { Turn } from '../feature.ts';
import { sayReply, shorten } from '../say-reply.ts';
import { accountOf, type PeopleDesk, tellAdministrators } from './people-desk.ts';
import { unitKeys } from './unit-keys.ts';

const LONGEST_UNIT = 120;

/** "/donvi 12 Sở Nội vụ": an administrator says which unit somebody is of, which opens what is limited to it. */
export async function setUnit(turn: Turn, { database }: PeopleDesk, rest: string): Promise<Reply> {
  const [, id = '', written = ''] = /^(\d{1,15})\s*(.*)$/s.exec(rest.normalize('NFC')) ?? [];
  const person = await loadPerson(database, Number(id) || 0);
  if (person === null)
    return sayReply('Không có người này. Gõ /nguoidung để xem danh sách, rồi /donvi SỐ kèm tên đơn vị.');
  const name = shorten(written, LONGEST_UNIT);
  const keys = unitKeys(name);
  if (keys.length === 0) {
    return sayReply(
      `${person.name} ghi đơn vị: ${person.unit ?? 'chưa ghi'}. Xác nhận: /donvi ${person.id} kèm tên đơn vị.`,
    );
  }
  const now = turn.message.receivedAt;
  await database.transaction(async (session) => {
    await confirmUnit(session, { person: person.id, unit: { name, keys } }, now);
    await addAudit(session, { kind: 'unit', actor: accountOf(turn), detail: { person: person.id, unit: name } }, now);
  });
  return sayReply([`${person.name} là người của `, { bold: name }, ': xem được văn bản giới hạn cho đơn vị này.']);
}

/** What somebody says of their unit opens nothing until an administrator has confirmed it, who is asked where units matter. */
export async function askForConfirmation(
  desk: PeopleDesk,
  { person, account, unit }: { person: Pick<Person, 'id' | 'name'>; account: Account; unit: string },
): Promise<void> {
  if ((await listLimits(desk.database)).length === 0) return;
  await tellAdministrators(
    desk,
    sayReply(
      [
        { bold: person.name },
        ` (${accountName(account)}) ghi đơn vị: ${unit}. Xác nhận thì người này xem được văn bản giới hạn cho đơn vị.`,
      ],
      [{ label: 'Xác nhận', message: `/donvi ${person.id} ${unit}` }],
    ),
  );
}

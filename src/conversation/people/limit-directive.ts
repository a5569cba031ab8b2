import { accountName, mayActAs } from '../../domain/person.ts';
import { numberKey } from '../../domain/relation.ts';
import { paragraph, type Reply } from '../../domain/reply.ts';
import { limitDirective, listHidden, listLimits } from '../../store/visibility.ts';
import type { Catalog } from '../../tools/catalog.ts';
import { directiveName } from '../../tools/cite.ts';
import type { Turn } from '../feature.ts';
import { sayReply, shorten } from '../say-reply.ts';
import { accountOf, type PeopleDesk } from './people-desk.ts';
import { readUnits } from './unit-keys.ts';

const MOST_SHOWN = 15;
const usage =
  'Ai được xem một văn bản: /phamvi 15/KH-UBND: Sở Nội vụ; Sở Y tế. Mở cho mọi người: /phamvi 15/KH-UBND: tất cả';

/**
 * "/phamvi 15/KH-UBND: Sở Nội vụ; Sở Y tế": which units may see a directive; for reviewers, of what they see themselves. To others it is as if
 * the directive had never been stored.
 */
export async function limitReply(turn: Turn, desk: PeopleDesk, rest: string): Promise<Reply> {
  if (turn.message.isGroup) return sayReply('Việc này xin nhắn riêng cho bot.');
  const { catalog } = await turn.engine.tools(turn.today, { kind: 'all' });
  if (rest === '') return listReply(turn, desk, catalog);
  const [name = '', ...said] = rest.split(':');
  const found = directivesNamed(name, catalog);
  const [directive, second] = found;
  if (directive === undefined) return sayReply(`Không có văn bản ấy. ${usage}`);
  if (second !== undefined) {
    const choices = found.map((one) => ({
      label: shorten(one.title, 40),
      message: `/phamvi ${one.id}:${said.join(':')}`,
    }));
    return sayReply('Có nhiều văn bản mang số này; văn bản nào?', choices.slice(0, 10));
  }
  const { database } = desk;
  const limits = (await listLimits(database)).find(({ document }) => document === directive.id)?.units ?? [];
  const called = directiveName(directive);
  if (said.join('').trim() === '') return sayReply([{ bold: seenBy(limits) }, ` xem được ${called}. ${usage}`]);
  const units = readUnits(said.join(':'));
  if (units === null) return sayReply(usage);
  const [now, by] = [turn.message.receivedAt, accountName(accountOf(turn))];
  await database.transaction((session) => limitDirective(session, { document: directive.id, units, by }, now));
  const isLost = (await listHidden(database, accountOf(turn))).includes(directive.id);
  return {
    blocks: [
      paragraph({ bold: seenBy(units.map((unit) => unit.name)) }, ` xem được ${called}; quản trị luôn xem được.`),
      ...(isLost
        ? [paragraph('Đơn vị của anh/chị không có trong đó, nên anh/chị cũng không còn thấy văn bản này.')]
        : []),
      ...(units.length > 0 && changesOthers(directive.id, catalog)
        ? [paragraph('Văn bản này sửa hoặc thay văn bản khác: người ngoài phạm vi vẫn thấy số cũ là số đang dùng.')]
        : []),
    ],
    choices: units.length > 0 ? [{ label: 'Mở cho mọi người', message: `/phamvi ${directive.id}: tất cả` }] : [],
  };
}

export const mayLimit = ({ speaker }: Turn): boolean => mayActAs(speaker.role, 'reviewer');

const seenBy = (units: readonly string[]): string => (units.length === 0 ? 'Mọi người' : `Chỉ ${units.join('; ')}`);

const changesOthers = (document: string, catalog: Catalog): boolean =>
  catalog.directives.some(({ id }) => id !== document && catalog.changedBy(id).includes(document));

function directivesNamed(name: string, { directives }: Catalog) {
  const [id, number] = [name.trim().toLowerCase(), numberKey(name)];
  return directives.filter((one) => one.id === id || (one.number !== null && numberKey(one.number) === number));
}

async function listReply(turn: Turn, { database }: PeopleDesk, catalog: Catalog): Promise<Reply> {
  const limits = (await listLimits(database)).filter(({ document }) => !turn.hidden.includes(document));
  if (limits.length === 0) return sayReply(`Mọi người được vào đều xem được mọi văn bản. ${usage}`);
  const items = limits.slice(0, MOST_SHOWN).flatMap(({ document, units }) => {
    const directive = catalog.directive(document);
    return directive === null ? [] : [[{ bold: directiveName(directive) }, `: ${seenBy(units)}`]];
  });
  return { blocks: [{ kind: 'list', items }, paragraph(usage)], choices: [] };
}

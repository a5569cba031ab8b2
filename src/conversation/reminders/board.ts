import { addDays } from '../../domain/calendar-date.ts';
import { type Block, paragraph } from '../../domain/reply.ts';
import { type Confirmation, listBoard, listConfirmations } from '../../store/acknowledgements.ts';
import { findDuties } from '../../store/duties.ts';
import { sayDay, sayShortDate } from '../../vietnamese/say-day.ts';
import { pageOf, readCommand, readPage } from '../read-command.ts';
import { blocksReply, sayReply } from '../say-reply.ts';
import { subscriberOf } from './chat-subscriber.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';

const pageSize = 3;
const mostNames = 40;
const [daysBack, daysAhead] = [14, 14];

const nobodyReply = sayReply(
  'Chưa có việc nào để theo dõi: bảng này cho thấy ai đã xác nhận trong số những nơi đặt anh/chị làm cấp trên và được anh/chị nhận lời. Gõ /captren để xem mã của mình.',
);

/** /bangtheodoi: for the leader, who has confirmed what and who has not; those who have not come first. */
export const showBoard: ReminderStep = async (turn, desk) => {
  const command = readCommand(turn.text);
  if (command?.name !== 'bangtheodoi') return null;
  const { page } = readPage(command.rest);
  const own = await subscriberOf(turn, desk.database);
  if (own === null) return nobodyReply;
  const span = { from: addDays(turn.today, -daysBack), to: addDays(turn.today, daysAhead) };
  const all = await listBoard(desk.database, { superior: own.id, ...span });
  const { shown, hasMore } = pageOf(all, page, pageSize);
  if (shown.length === 0) return nobodyReply;
  const blocks: Block[] = [];
  for (const one of shown) blocks.push(...(await boardOf(one, own.id, desk)));
  return blocksReply(blocks, hasMore ? [{ label: 'Xem tiếp', message: `/bangtheodoi trang ${page + 1}` }] : []);
};

async function boardOf(
  { duty: id, occurrence }: { duty: number; occurrence: string },
  superior: number,
  { database, rulebook }: ReminderDesk,
): Promise<Block[]> {
  const [duty] = await findDuties(database, { ids: [id] });
  if (duty === undefined) return [];
  const all = await listConfirmations(database, { duty: id, occurrence, superior });
  const confirmed = all.filter(({ received, submitted }) => received !== null || submitted !== null).length;
  const rows = all.slice(0, mostNames).map((one) => [one.name || 'một nơi chưa đặt tên', stateOf(one)]);
  return [
    paragraph({ bold: `${sayDay(occurrence)} – ${confirmed}/${all.length} đã xác nhận` }),
    paragraph(rulebook.nameOf(duty, occurrence)),
    { kind: 'table', rows: [['Nơi nhận', 'Tình trạng'], ...rows] },
    ...(all.length > mostNames ? [paragraph({ italic: `và ${all.length - mostNames} nơi nữa` })] : []),
  ];
}

function stateOf({ received, submitted, sent }: Confirmation): string {
  const said = submitted ?? received;
  if (said === null) return sent === 0 ? 'chưa xác nhận (chưa tới lượt nhắc)' : 'chưa xác nhận';
  const on = sayShortDate(said.at.slice(0, 10));
  return `${submitted === null ? 'đã nhận' : 'đã nộp'}, ${on}${said.by === '' ? '' : ` (${said.by})`}`;
}

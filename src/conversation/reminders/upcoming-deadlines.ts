import type { Duty } from '../../domain/reminder.ts';
import { paragraph } from '../../domain/reply.ts';
import { findDuties } from '../../store/duties.ts';
import type { Turn } from '../feature.ts';
import { pageOf, readCommand, readPage } from '../read-command.ts';
import { blocksReply, sayReply } from '../say-reply.ts';
import { subscriberOf } from './chat-subscriber.ts';
import { deadlineTable, detailChoices } from './deadline-table.ts';
import { dutiesAbout } from './duties-about.ts';
import { levelOfUnit } from './regime-topics.ts';
import type { ReminderStep } from './reminder-desk.ts';
import { nextOccurrences, type Upcoming, upcomingOf } from './upcoming.ts';

const pageSize = 8;

/**
 * "/han", "/han Cao Bằng", "/han 15/KH-UBND", "/han Sở Tài chính": what is due next, as a table. Null when nothing that is asked about lies ahead: the
 * engine then tells what the documents say.
 */
export const showUpcomingDeadlines: ReminderStep = async (turn, desk) => {
  const command = readCommand(turn.text);
  if (command?.name !== 'han') return null;
  const { rest, page } = readPage(command.rest);
  const { catalog } = await turn.engine.tools(turn.today);
  const subscriber = await subscriberOf(turn, desk.database);
  const all = await findDuties(desk.database, { sources: ['directive', 'regime'], hidden: turn.hidden });
  const own = subscriber === null ? [] : await upcomingOf(desk.database, subscriber.id, { ...desk, ...turn });
  const upcoming =
    rest === ''
      ? soonest([...own, ...nextOccurrences(all.filter(isOfLevel(turn, own)), turn.today, desk)], turn.today)
      : nextOccurrences(dutiesAbout(rest, all, catalog), turn.today, desk);
  const { shown, hasMore } = pageOf(upcoming, page, pageSize);
  if (shown.length === 0) return rest === '' || page > 1 ? nothingReply : null;
  const again = `/han ${rest === '' ? '' : `${rest} `}`;
  return blocksReply(
    [
      paragraph({ bold: titleOf(rest, { upcoming, page }) }),
      deadlineTable(shown, { rulebook: desk.rulebook, directiveOf: catalog.directive }),
      paragraph({ italic: 'Chọn một hạn để xem câu trích và đặt nhắc.' }),
    ],
    [
      ...detailChoices(shown, desk.rulebook),
      ...(hasMore ? [{ label: 'Trang sau', message: `${again}trang ${page + 1}` }] : []),
      ...(subscriber === null ? [] : [{ label: 'Lịch tháng', message: '/lich' }]),
    ],
  );
};

const nothingReply = sayReply('Không có hạn nào sắp tới.');

function titleOf(rest: string, { upcoming, page }: { upcoming: readonly Upcoming[]; page: number }): string {
  const where = rest === '' ? '' : `: ${rest}`;
  return `${upcoming.length} hạn sắp tới${where}${page > 1 ? ` (trang ${page})` : ''}`;
}

/** Each due day once, what is past left out. */
function soonest(all: readonly Upcoming[], today: string): Upcoming[] {
  const known = new Set<number>();
  return all
    .filter(({ duty, occurrence }) => occurrence >= today && !known.has(duty.id) && known.add(duty.id) !== undefined)
    .sort((a, b) => a.occurrence.localeCompare(b.occurrence) || a.duty.id - b.duty.id);
}

/** Of the reporting regime: those followed here; else those of the speaker's own level; with neither known, all levels. */
function isOfLevel({ speaker }: Turn, own: readonly Upcoming[]): (duty: Duty) => boolean {
  const followsRegime = own.some(({ duty }) => duty.regime !== null);
  const level = levelOfUnit(speaker.unit ?? '');
  return ({ regime }) => regime === null || (level === null ? !followsRegime : regime.startsWith(`${level}:`));
}

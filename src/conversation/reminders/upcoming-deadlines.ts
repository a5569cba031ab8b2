import type { Duty } from '../../domain/reminder.ts';
import { paragraph, type Reply } from '../../domain/reply.ts';
import { findDuties } from '../../store/duties.ts';
import type { Turn } from '../feature.ts';
import { pageOf, readCommand, readPage } from '../read-command.ts';
import { blocksReply, sayReply } from '../say-reply.ts';
import { type AskedUpcoming, askedUpcoming } from './asked-upcoming.ts';
import { subscriberOf } from './chat-subscriber.ts';
import { deadlineTable, detailChoices } from './deadline-table.ts';
import { dutiesAbout } from './duties-about.ts';
import { levelOfUnit } from './regime-topics.ts';
import type { ReminderStep } from './reminder-desk.ts';
import { nextOccurrences, type Upcoming, upcomingOf } from './upcoming.ts';

const pageSize = 8;

/**
 * "/han", "/han Cao Bằng", "/han 15/KH-UBND", "tuần này phải nộp báo cáo gì?": what is due next, as a table. Null when nothing that is asked about
 * lies ahead: the engine then tells what the documents say.
 */
export const showUpcomingDeadlines: ReminderStep = async (turn, desk) => {
  const { rest: text, page } = readPage(turn.text);
  const asked = readUpcoming(text, turn.today);
  if (asked === null) return null;
  const { rest, span } = asked;
  const from = span === null || span.from < turn.today ? turn.today : span.from;
  const { catalog } = await turn.engine.tools(turn.today);
  const subscriber = await subscriberOf(turn, desk.database);
  const all = await findDuties(desk.database, { sources: ['directive', 'regime'], hidden: turn.hidden });
  const own = subscriber === null ? [] : await upcomingOf(desk.database, subscriber.id, { ...desk, today: from });
  const ahead =
    rest === ''
      ? soonest([...own, ...nextOccurrences(all.filter(isOfLevel(turn, own)), from, desk)], from)
      : nextOccurrences(dutiesAbout(rest, all, catalog), from, desk);
  const upcoming = ahead.filter(({ occurrence }) => span === null || occurrence <= span.to);
  const { shown, hasMore } = pageOf(upcoming, page, pageSize);
  if (shown.length === 0) return nothingDue(asked, ahead.length > 0);
  return blocksReply(
    [
      paragraph({ bold: titleOf(asked, { upcoming, page }) }),
      deadlineTable(shown, { rulebook: desk.rulebook, directiveOf: catalog.directive }),
      paragraph({ italic: 'Chọn một hạn để xem câu trích và đặt nhắc.' }),
    ],
    [
      ...detailChoices(shown, desk.rulebook),
      ...(hasMore ? [{ label: 'Trang sau', message: `${text} trang ${page + 1}` }] : []),
      ...(subscriber === null ? [] : [{ label: 'Lịch tháng', message: '/lich' }]),
    ],
  );
};

/** "/han …", or the same in free words. */
function readUpcoming(text: string, today: string): AskedUpcoming | null {
  const command = readCommand(text);
  if (command === null) return askedUpcoming(text, today);
  return command.name === 'han' ? { rest: command.rest, span: null } : null;
}

type TitleInput = { upcoming: readonly Upcoming[]; page: number };

function titleOf({ rest, span }: AskedUpcoming, { upcoming, page }: TitleInput): string {
  const where = rest === '' ? '' : `: ${rest}`;
  return `${upcoming.length} hạn ${span?.name ?? 'sắp tới'}${where}${page > 1 ? ` (trang ${page})` : ''}`;
}

/** Nothing is due in the time asked about, or at all; null where the documents may say more about what was named. */
function nothingDue({ rest, span }: AskedUpcoming, isElsewhen: boolean): Reply | null {
  if (span === null || !isElsewhen) return rest === '' ? sayReply('Không có hạn nào sắp tới.') : null;
  const where = rest === '' ? '' : ` của ${rest}`;
  return sayReply(`Không có hạn nào${where} ${span.name}.`, [
    { label: `Các hạn sắp tới${where}`, message: `/han ${rest}`.trim() },
  ]);
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

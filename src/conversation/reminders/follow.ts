import type { Ladder } from '../../domain/reminder.ts';
import { usualLadder } from '../../domain/reminder.ts';
import type { Reply } from '../../domain/reply.ts';
import { forgetPlanned } from '../../store/planned-steps.ts';
import { listSubscriptions, subscribe } from '../../store/subscriptions.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { Turn } from '../feature.ts';
import { readCommand } from '../read-command.ts';
import { sayReply, shorten } from '../say-reply.ts';
import { joinChat } from './chat-subscriber.ts';
import { type FollowableTopic, findTopics } from './find-topics.ts';
import { isFollowed, listFollowed } from './followed-topics.ts';
import { carriedTopic, nameOfTopic } from './known-topic.ts';
import { readSetting } from './read-setting.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';
import { changedLadder, sayLadder } from './say-ladder.ts';

/** Asked for in words, at the beginning only: "theo dõi" also stands in what documents say. */
const inWords =
  /^(?:(?:cho )?(?:toi|nhom) (?:muon |can )?|dang ky )(?:theo doi|nhan nhac(?: viec)?(?: ve| cua)?) (?=\S)/;
/** Most that one chat may follow. */
const mostFollowed = 100;

/**
 * "/theodoi …": follows a document, a place, a kind of report or a unit; alone, lists what is followed. "/theodoi 15/KH-UBND, nhắc trước 10, 5 ngày"
 * reminds of it by a ladder of its own.
 */
export const follow: ReminderStep = async (turn, desk) => {
  const asked = askedRest(turn.text);
  if (asked === null) return null;
  if (asked === '') return listFollowed(turn, desk);
  const { what, wish } = splitLadder(asked);
  const change = wish === '' ? null : readSetting(wish);
  if (change !== null && change.kind !== 'ladder') {
    return sayReply(
      change.kind === 'refused' ? change.reason : `Tôi chưa hiểu “${shorten(wish, 80)}”; chưa theo dõi gì thêm.`,
    );
  }
  const ladder = change === null ? null : changedLadder(usualLadder, change);
  const exact = /^(han|vanban|chude) (\S.*)$/.exec(what);
  if (exact !== null) return followExactly(turn, desk, { kind: exact[1] ?? '', value: exact[2] ?? '', ladder });
  const { catalog } = await turn.engine.tools(turn.today);
  const found = findTopics(what, { catalog, unit: turn.speaker.unit });
  const [only, second] = found;
  if (only === undefined) return unknownReply(what, turn);
  if (second === undefined) return followTopic(turn, desk, { ...only, ladder });
  const more = ladder === null ? '' : `, ${wish}`;
  return sayReply(
    'Anh/chị muốn theo dõi gì?',
    found.map(({ topic, name }) => ({ label: name, message: `/theodoi chude ${topic}${more}` })),
  );
};

/** "15/KH-UBND, nhắc trước 10, 5 ngày": what to follow, and the wish behind it as typed; '' for none. */
function splitLadder(asked: string): { what: string; wish: string } {
  const match = /,? (?=(?:nhắc|nhac) (?:trước|truoc) \d)/iu.exec(asked);
  if (match === null) return { what: asked, wish: '' };
  return { what: asked.slice(0, match.index).trim(), wish: asked.slice(match.index + match[0].length) };
}

function askedRest(text: string): string | null {
  const command = readCommand(text);
  if (command !== null) return command.name === 'theodoi' ? command.rest : null;
  const said = inWords.exec(fold(text.trim()));
  return said === null || text.includes('?') ? null : text.trim().slice(said[0].length);
}

function unknownReply(words: string, { speaker }: Turn): Reply {
  const own = speaker.unit === null && /don vi|co quan/.test(fold(words));
  return sayReply(
    own
      ? 'Tôi chưa biết anh/chị ở đơn vị nào. Gõ tên đơn vị, ví dụ: /theodoi Sở Tài chính. Chưa theo dõi gì thêm.'
      : `Không thấy văn bản, địa phương, đơn vị hay loại báo cáo nào là “${shorten(words, 80)}”. Chưa theo dõi gì thêm. Ví dụ: /theodoi 15/KH-UBND, /theodoi Cao Bằng, /theodoi báo cáo quý cấp xã, /theodoi Sở Tài chính.`,
  );
}

async function followExactly(
  turn: Turn,
  desk: ReminderDesk,
  { ladder, ...carried }: { kind: string; value: string; ladder: Ladder | null },
): Promise<Reply> {
  const topic = await carriedTopic(carried, turn, desk);
  if (topic === null)
    return sayReply('Hạn hay văn bản ấy không còn; chưa theo dõi gì thêm. Gõ /han để xem các hạn sắp tới.');
  return followTopic(turn, desk, { topic, name: await nameOfTopic(topic, turn, desk), ladder });
}

async function followTopic(
  turn: Turn,
  desk: ReminderDesk,
  { topic, name, ladder }: FollowableTopic & { ladder: Ladder | null },
): Promise<Reply> {
  const { personId, receivedAt } = turn.message;
  const isNew = await desk.database.transaction(async (session) => {
    const { id } = await joinChat(turn, session);
    const followed = (await listSubscriptions(session, id)).filter(isFollowed);
    if (followed.length >= mostFollowed) return null;
    const isNew = await subscribe(session, { subscriber: id, topic, ladder, askedBy: personId }, receivedAt);
    if (!isNew) await forgetPlanned(session, id, receivedAt);
    return isNew;
  });
  if (isNew === null) return sayReply('Ở đây đã theo dõi quá nhiều; chưa theo dõi thêm. Gõ /theodoi để bỏ bớt.');
  desk.wake();
  return sayReply(
    [
      isNew ? 'Đã theo dõi ' : 'Vẫn đang theo dõi ',
      { bold: name },
      ladder === null ? '. Tôi sẽ nhắc trước các hạn.' : `. Tôi nhắc ${sayLadder(ladder)}.`,
    ],
    [
      { label: 'Bỏ theo dõi', message: `/botheodoi ${topic}` },
      { label: 'Các việc sắp nhắc', message: '/nhaccuatoi' },
      { label: 'Cài đặt nhắc', message: '/caidatnhac' },
    ],
  );
}

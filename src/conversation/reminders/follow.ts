import { topicOf } from '../../domain/reminder.ts';
import { paragraph, type Reply } from '../../domain/reply.ts';
import { findDuties, openDutyTopic } from '../../store/duties.ts';
import { listSubscriptions, subscribe, unsubscribe } from '../../store/subscriptions.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { Turn } from '../feature.ts';
import { joinChat, mayChange, notYoursReply, subscriberOf } from './chat-subscriber.ts';
import { type FollowableTopic, findTopics } from './find-topics.ts';
import { readCommand } from './read-command.ts';
import type { ReminderDesk, ReminderStep } from './reminder-desk.ts';
import { blocksReply, sayReply, shorten } from './say-reply.ts';
import { topicName } from './topic-name.ts';

/** Not what was asked for in own words: that is deleted, not unfollowed. */
const isFollowed = ({ topic }: { topic: string }): boolean => !topic.startsWith(topicOf.duty('own:'));

/** Asked for in words, at the beginning only: "theo dõi" also stands in what documents say. */
const inWords =
  /^(?:(?:cho )?(?:toi|nhom) (?:muon |can )?|dang ky )(?:theo doi|nhan nhac(?: viec)?(?: ve| cua)?) (?=\S)/;
/** Most that one chat may follow. */
const mostFollowed = 100;

/** "/theodoi …": follows a document, a place, a kind of report or a unit; alone, lists what is followed. */
export const follow: ReminderStep = async (turn, desk) => {
  const rest = askedRest(turn.text);
  if (rest === null) return null;
  if (rest === '') return listFollowed(turn, desk);
  const exact = /^(han|vanban|chude) (\S.*)$/.exec(rest);
  if (exact !== null) return followExactly(turn, desk, { kind: exact[1] ?? '', value: exact[2] ?? '' });
  const { catalog } = await desk.engine.tools(turn.today);
  const found = findTopics(rest, { catalog, unit: turn.speaker.unit });
  const [only, second] = found;
  if (only === undefined) return unknownReply(rest, turn);
  if (second === undefined) return followTopic(turn, desk, only);
  return sayReply(
    'Anh/chị muốn theo dõi gì?',
    found.map(({ topic, name }) => ({ label: name, message: `/theodoi chude ${topic}` })),
  );
};

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

/** What a choice carried, checked anew: it must exist now, and be no other chat's own words. */
async function followExactly(
  turn: Turn,
  desk: ReminderDesk,
  { kind, value }: { kind: string; value: string },
): Promise<Reply> {
  const topic =
    kind === 'han' ? await topicOfDuty({ ids: [Number(value)] }, desk) : await knownTopic(kind, value, { turn, desk });
  if (topic === null)
    return sayReply('Hạn hay văn bản ấy không còn; chưa theo dõi gì thêm. Gõ /han để xem các hạn sắp tới.');
  return followTopic(turn, desk, { topic, name: await nameOf(topic, turn, desk) });
}

async function topicOfDuty(
  filter: { ids: number[] } | { origins: string[] },
  { database }: ReminderDesk,
): Promise<string | null> {
  if ('ids' in filter && !filter.ids.every(Number.isSafeInteger)) return null;
  const [duty] = await findDuties(database, { ...filter, sources: ['directive', 'regime'] });
  return duty === undefined ? null : openDutyTopic(database, duty.id);
}

const longestUnit = 120;

async function knownTopic(
  kind: string,
  value: string,
  { turn, desk }: { turn: Turn; desk: ReminderDesk },
): Promise<string | null> {
  const { catalog } = await desk.engine.tools(turn.today);
  const topic = kind === 'vanban' ? topicOf.directive(value) : value;
  const [start = ''] = topic.split(':', 1);
  const name = topic.slice(start.length + 1);
  const isKnown =
    (start === 'directive' && catalog.directive(name) !== null) ||
    (start === 'locality' && catalog.gazetteer.byKey(name) !== null) ||
    (start === 'regime' && /^(?:commune|department|province)(?::[a-z_]{1,20})?$/.test(name)) ||
    (start === 'unit' && name.trim() !== '' && name.length <= longestUnit);
  return start === 'duty' ? topicOfDuty({ origins: [name] }, desk) : isKnown ? topic : null;
}

async function followTopic(turn: Turn, desk: ReminderDesk, { topic, name }: FollowableTopic): Promise<Reply> {
  const { personId, receivedAt } = turn.message;
  const isNew = await desk.database.transaction(async (session) => {
    const { id } = await joinChat(turn, session);
    const followed = (await listSubscriptions(session, id)).filter(isFollowed);
    if (followed.length >= mostFollowed) return null;
    return subscribe(session, { subscriber: id, topic, askedBy: personId }, receivedAt);
  });
  if (isNew === null) return sayReply('Ở đây đã theo dõi quá nhiều; chưa theo dõi thêm. Gõ /theodoi để bỏ bớt.');
  desk.wake();
  return sayReply(
    [isNew ? 'Đã theo dõi ' : 'Vẫn đang theo dõi ', { bold: name }, '. Tôi sẽ nhắc trước các hạn.'],
    [
      { label: 'Bỏ theo dõi', message: `/botheodoi ${topic}` },
      { label: 'Các việc sắp nhắc', message: '/nhaccuatoi' },
      { label: 'Cài đặt nhắc', message: '/caidatnhac' },
    ],
  );
}

/** A deadline is named by itself, everything else by its kind. */
async function nameOf(topic: string, { today }: Turn, { engine, database, rulebook }: ReminderDesk): Promise<string> {
  const { catalog } = await engine.tools(today);
  if (!topic.startsWith('duty:')) return topicName(topic, catalog);
  const [duty] = await findDuties(database, { origins: [topic.slice('duty:'.length)] });
  return duty === undefined ? 'một hạn không còn nữa' : shorten(rulebook.nameOf(duty, duty.dueDate ?? today), 100);
}

async function listFollowed(turn: Turn, desk: ReminderDesk): Promise<Reply> {
  const subscriber = await subscriberOf(turn, desk.database);
  const all = subscriber === null ? [] : await listSubscriptions(desk.database, subscriber.id);
  const followed = all.filter(isFollowed);
  if (followed.length === 0) return sayReply(nothingFollowed, starters);
  const names = await Promise.all(followed.map(({ topic }) => nameOf(topic, turn, desk)));
  const items = names.map((name): [string] => [name]);
  return blocksReply(
    [paragraph({ bold: `Đang theo dõi ${followed.length}` }), { kind: 'list', items }],
    followed.map(({ topic }, at) => ({ label: `Bỏ: ${shorten(names[at] ?? '', 40)}`, message: `/botheodoi ${topic}` })),
  );
}

const nothingFollowed =
  'Ở đây chưa theo dõi gì. Anh/chị gõ /theodoi kèm số văn bản (15/KH-UBND), địa phương (Cao Bằng), loại báo cáo (báo cáo quý) hoặc đơn vị (Sở Tài chính).';
const starters = [
  { label: 'Đơn vị của tôi', message: '/theodoi đơn vị của tôi' },
  { label: 'Báo cáo định kỳ', message: '/theodoi báo cáo định kỳ' },
  { label: 'Xem các hạn sắp tới', message: '/han' },
];

/** "/botheodoi …", one tap: that one topic; "bỏ theo dõi" alone lists what can be ended. */
export const unfollow: ReminderStep = async (turn, desk) => {
  const command = readCommand(turn.text);
  const said = /^(?:bo|thoi|huy|dung|ngung)(?: dang ky)? (?:theo doi|nhan nhac)(?: (tat ca|het))?[.!]?$/.exec(
    fold(turn.text.trim()),
  );
  if (command?.name !== 'botheodoi' && said === null) return null;
  const topic = said === null ? (command?.rest ?? '') : said[1] === undefined ? '' : 'all';
  if (topic === '') return listFollowed(turn, desk);
  const subscriber = await subscriberOf(turn, desk.database);
  const followed =
    subscriber === null ? [] : (await listSubscriptions(desk.database, subscriber.id)).filter(isFollowed);
  const meant = followed.filter((one) => one.topic === topic || topic === 'all');
  if (subscriber === null || meant.length === 0) return sayReply('Ở đây không theo dõi mục ấy; chưa có gì thay đổi.');
  for (const one of meant) {
    if (!(await mayChange(turn, desk.database, { subscriber: subscriber.id, topic: one.topic }))) return notYoursReply;
  }
  const name = topic === 'all' ? 'tất cả' : await nameOf(topic, turn, desk);
  await desk.database.transaction(async (session) => {
    for (const one of meant) {
      await unsubscribe(session, { subscriber: subscriber.id, topic: one.topic }, turn.message.receivedAt);
    }
  });
  desk.wake();
  return sayReply(
    ['Đã bỏ theo dõi: ', { bold: name }, '.'],
    topic === 'all' ? [] : [{ label: 'Theo dõi lại', message: `/theodoi chude ${topic}` }],
  );
};

import { beforeAll, describe, expect, it } from 'vitest';
import { createPrivacy } from '../../src/conversation/privacy/privacy-feature.ts';
import { createReview } from '../../src/conversation/review/create-review.ts';
import type { PlatformName } from '../../src/domain/message.ts';
import type { Role } from '../../src/domain/person.ts';
import type { Database } from '../../src/store/database.ts';
import { saveDirective } from '../../src/store/save-directive.ts';
import { type From, peopleWorld } from '../conversation/people/people-world.ts';
import { testDatabase } from '../support/database.ts';
import { sampleDirective } from '../support/sample-directive.ts';
import { tableChecksums } from '../support/table-checksums.ts';

type Speaker = 'stranger' | Role;
const speakers: Speaker[] = ['stranger', 'reader', 'reviewer', 'administrator'];
const platforms: PlatformName[] = ['telegram', 'zalo-oa', 'zalo-bot'];
/** Each act with the least of those who may do it. */
const acts: [act: string, least: Speaker][] = [
  ['Tỷ lệ che phủ rừng Lào Cai 2024?', 'reader'],
  ['/vanban', 'reader'],
  ['/hoso', 'reader'],
  ['/riengtu', 'reader'],
  ['/xuatdulieu', 'reader'],
  ['/lienket', 'reader'],
  ['/duyet', 'reviewer'],
  ['/phamvi 15/KH-UBND: Sở Nội vụ', 'reviewer'],
  ['/nguoidung', 'administrator'],
  ['/moi reader', 'administrator'],
  ['/chovao AAAAA reader', 'administrator'],
  ['/tuchoi AAAAA', 'administrator'],
  ['/vaitro 999999 reader', 'administrator'],
  ['/chothoi 999999 that', 'administrator'],
  ['/donvi 999999 Sở Nội vụ', 'administrator'],
];

let database: Database;
let world: ReturnType<typeof peopleWorld>;
const idOf = (speaker: Speaker, platform: PlatformName): From => ({ platform, id: `${speaker}-${platform}` });

beforeAll(async () => {
  database = await testDatabase();
  await saveDirective(database, await sampleDirective({ passages: ['Tỷ lệ che phủ rừng đạt 57,83%.'] }));
  world = peopleWorld(database, {
    features: () => [createPrivacy({ database, retentionDays: 30 }), createReview({ database, approvals: 1 })],
  });
  for (const platform of platforms)
    for (const role of ['reader', 'reviewer', 'administrator'] as const) await world.letIn(idOf(role, platform), role);
}, 60_000);

/** The tables that hold rights and what is known, without what every message leaves behind. */
const standing = (): Promise<string> =>
  tableChecksums(database, (table) => /people|accounts|invitations|limits|directives|figures|reviews/.test(table));

const cells = speakers.flatMap((speaker) => platforms.map((platform) => [speaker, platform] as const));

describe(`${acts.length * cells.length} cells of rights: ${acts.length} acts, ${speakers.length} roles, ${platforms.length} platforms`, () => {
  it.each(cells)('a %s on %s does what they may and nothing else', { timeout: 60_000 }, async (speaker, platform) => {
    const from = idOf(speaker, platform);
    const refusal = await world.say(from, '/khongcolenhnay');
    const wrong: string[] = [];
    for (const [act, least] of acts) {
      const before = await standing();
      const reply = await world.say(from, act);
      const isDone = reply !== refusal && !/^(?:\(im lặng\)|Chỉ người có quyền)/.test(reply);
      const may = speakers.indexOf(speaker) >= speakers.indexOf(least);
      if (isDone !== may) wrong.push(`${act}: ${reply.slice(0, 80)}`);
      if (!may && (await standing()) !== before) wrong.push(`${act}: changed something`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(platforms.flatMap((own) => platforms.filter((other) => other !== own).map((other) => [own, other] as const)))(
    'the administrator of %s is a stranger on %s',
    async (own, other) => {
      const { id } = idOf('administrator', own);
      expect(await world.say({ platform: other, id }, '/nguoidung')).toMatch(/\/xinvao|\(im lặng\)/);
    },
  );

  it.each(platforms)('a group on %s lends nobody the rights of its administrator', async (platform) => {
    const before = await standing();
    for (const act of ['/nguoidung', '/moi administrator', '/xuatdulieu', '/xoadulieu that']) {
      const reply = await world.say({ ...idOf('administrator', platform), isGroup: true }, act);
      expect(reply).toContain('nhắn riêng');
    }
    expect(await standing()).toBe(before);
  });
});

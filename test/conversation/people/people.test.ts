import { beforeEach, describe, expect, it } from 'vitest';
import type { PlatformName } from '../../../src/domain/message.ts';
import { accountName, type Role } from '../../../src/domain/person.ts';
import type { Database } from '../../../src/store/database.ts';
import { findPerson, listPeople } from '../../../src/store/people.ts';
import { testDatabase } from '../../support/database.ts';
import { admin, codeIn, type From, peopleWorld } from './people-world.ts';

let database: Database;
let world: ReturnType<typeof peopleWorld>;
const say = (from: From, text: string): Promise<string> => world.say(from, text);
const letIn = (from: From, role: Role): Promise<void> => world.letIn(from, role);

beforeEach(async () => {
  database = await testDatabase();
  world = peopleWorld(database);
});

describe('being let in', () => {
  it('tells an outsider nothing of what the bot holds, and falls silent after some answers', async () => {
    const texts: string[] = [];
    for (const text of [
      'Tỷ lệ che phủ rừng Lào Cai 2024?',
      '/vanban',
      '/nguoidung',
      '/moi',
      '/chovao AAAAA',
      '/hoso',
      '/han',
      '1',
    ]) {
      texts.push(await say({ id: '9' }, text));
    }
    expect(new Set(texts.slice(0, 5)).size).toBe(1);
    expect(texts[0]).toContain('/xinvao');
    expect(texts.join(' ')).not.toMatch(/Lào Cai|58,9|kế hoạch/i);
    expect(texts.slice(5)).toEqual(['(im lặng)', '(im lặng)', '(im lặng)']);
    world.now = new Date('2026-11-23T02:00:00Z');
    expect(await say({ id: '9' }, 'xin chào')).toContain('/xinvao');
  });

  it('takes an invitation once, in its time, with its role', async () => {
    const code = codeIn(await say(admin, '/moi reviewer'));
    expect(await say({ id: '2' }, `/vao ${code}`)).toContain('người rà soát');
    expect(await say({ id: '3' }, `/vao ${code}`)).toContain('đã dùng');
    const late = codeIn(await say(admin, '/moi reader'));
    world.now = new Date(world.now.getTime() + 24 * 3_600_000);
    expect(await say({ id: '3' }, `/vao ${late}`)).toContain('quá hạn');
    expect((await listPeople(database)).map(({ role, name }) => [role, name])).toEqual([['reviewer', 'Người 2']]);
  });

  it('asks the administrators, who let in with one tap; both hear of it', async () => {
    const asked = await say({ id: '4', name: 'An' }, '/xinvao Nguyễn Văn An, Sở Nội vụ');
    expect(world.told).toHaveLength(1);
    expect(world.told[0]).toMatchObject({
      to: 'telegram:1',
      text: expect.stringContaining('Nguyễn Văn An, Sở Nội vụ'),
    });
    const code = /[2-9A-Z]{5}/.exec(asked)?.[0] ?? '';
    expect(world.told[0]?.text).toContain(code);
    expect(await say(admin, `/chovao ${code} reader`)).toContain('Đã cho vào: An');
    expect(world.told[1]).toMatchObject({ to: 'telegram:4', text: expect.stringContaining('người đọc') });
    expect(await say({ id: '4' }, 'Tỷ lệ che phủ rừng Lào Cai 2024?')).toContain('58,9%');
    expect(await say(admin, `/chovao ${code} administrator`)).toContain('đã có người xử lý');
    expect((await findPerson(database, { platform: 'telegram', accountId: '4' }))?.role).toBe('reader');
  });

  it('keeps one request for somebody who asks twice, and a declined one stays out', async () => {
    const first = await say({ id: '5' }, '/xinvao An');
    const second = await say({ id: '5' }, '/xinvao An, Sở Y tế');
    const [one, two] = [first, second].map((text) => /[2-9A-Z]{5}/.exec(text)?.[0]);
    expect(one).toBe(two);
    await say(admin, `/tuchoi ${one}`);
    expect(await say({ id: '5' }, 'Tỷ lệ che phủ rừng Lào Cai 2024?')).not.toContain('58,9');
  });

  it('an id from one platform means nothing on another', async () => {
    await letIn({ id: '6' }, 'administrator');
    expect(await say({ platform: 'zalo-oa', id: '6' }, '/nguoidung')).toContain('/xinvao');
    expect(await say({ platform: 'zalo-oa', id: '1' }, '/nguoidung')).toContain('/xinvao');
  });
});

describe('one person on two platforms', () => {
  it('is joined by a code shown in one and typed in the other, with the same rights', async () => {
    await letIn({ id: '7', name: 'Bình' }, 'reviewer');
    const code = codeIn(await say({ id: '7' }, '/lienket'));
    expect(await say({ platform: 'zalo-oa', id: '700' }, `/vao ${code}`)).toContain('Đã nối với hồ sơ Bình');
    const [person] = await listPeople(database);
    expect(person?.accounts.map(accountName)).toEqual(['telegram:7', 'zalo-oa:700']);
    expect(await say({ platform: 'zalo-oa', id: '700' }, '/hoso')).toContain('người rà soát');
    expect(await say({ platform: 'zalo-bot', id: '9' }, `/vao ${code}`)).toContain('đã dùng');
  });

  it('a link code lives a quarter of an hour and is not used up by whoever is in already', async () => {
    await letIn({ id: '7' }, 'reader');
    const code = codeIn(await say({ id: '7' }, '/lienket'));
    expect(await say({ id: '7' }, `/vao ${code}`)).toContain('đã ở trong hồ sơ');
    world.now = new Date(world.now.getTime() + 16 * 60_000);
    expect(await say({ platform: 'zalo-oa', id: '700' }, `/vao ${code}`)).toContain('quá hạn');
  });

  it('who is put out is out everywhere', async () => {
    await letIn({ id: '7' }, 'reader');
    const code = codeIn(await say({ id: '7' }, '/lienket'));
    await say({ platform: 'zalo-oa', id: '700' }, `/vao ${code}`);
    const [person] = await listPeople(database);
    expect(await say(admin, `/chothoi ${person?.id}`)).toContain('Thôi cho');
    expect(await say({ id: '7' }, '/hoso')).toContain('người đọc');
    await say(admin, `/chothoi ${person?.id} that`);
    expect(await say({ id: '7' }, '/hoso')).toContain('/xinvao');
    expect(await say({ platform: 'zalo-oa', id: '700' }, '/hoso')).toContain('/xinvao');
  });
});

describe('rights', () => {
  const acts = [
    '/nguoidung',
    '/moi reader',
    '/chovao AAAAA reader',
    '/tuchoi AAAAA',
    '/vaitro 1 reader',
    '/chothoi 1 that',
  ];
  const platforms: PlatformName[] = ['telegram', 'zalo-oa', 'zalo-bot'];
  const cells = platforms.flatMap((platform) =>
    (['reader', 'reviewer'] as const).flatMap((role) => acts.map((act) => [platform, role, act] as const)),
  );

  it.each(cells)('on %s a %s cannot %s', async (platform, role, act) => {
    const from = { platform, id: '8' };
    await letIn(from, role);
    const before = await listPeople(database);
    const reply = await say(from, act);
    expect(reply).toBe(await say(from, '/khongcolenhnay'));
    expect(await listPeople(database)).toEqual(before);
  });

  it('an administrator changes the role of others, not their own, and nothing of it in a group', async () => {
    await letIn({ id: '8' }, 'reader');
    await letIn({ id: '10' }, 'administrator');
    const people = await listPeople(database);
    const idOf = (account: string) => people.find(({ accounts }) => accounts[0]?.accountId === account)?.id;
    expect(await say({ id: '10' }, `/vaitro ${idOf('8')} reviewer`)).toContain('nay là người rà soát');
    expect(await say({ id: '10' }, `/vaitro ${idOf('10')} reader`)).toContain('Không tự đổi');
    expect(await say({ id: '10' }, `/chothoi ${idOf('10')} that`)).toContain('Không tự đổi');
    expect(await say({ id: '10', isGroup: true }, '/nguoidung')).toContain('nhắn riêng');
    expect(await say({ id: '10' }, '/vaitro 999 reader')).toContain('Không có người này');
    expect(await say({ id: '10' }, "/vaitro 1';drop table people;-- reader")).toContain('Không có người này');
  });
});

describe('a profile', () => {
  it('makes "tỉnh tôi" and "đơn vị tôi" mean something', async () => {
    await letIn({ id: '8' }, 'reader');
    expect(await say({ id: '8' }, 'Tỷ lệ che phủ rừng của tỉnh tôi năm 2024?')).toContain('Chưa biết địa phương');
    expect(await say({ id: '8' }, '/hoso địa phương Lào Cai')).toContain('tỉnh Lào Cai');
    expect(await say({ id: '8' }, 'Tỷ lệ che phủ rừng của tỉnh tôi năm 2024?')).toContain('58,9%');
    expect(await say({ id: '8' }, 'ty le che phu rung cua tinh minh 2024')).toContain('58,9%');
    expect(await say({ id: '8' }, '/hoso đơn vị Sở Nông nghiệp')).toContain('Sở Nông nghiệp');
    expect(await say({ id: '8' }, '/hoso')).toMatch(/Sở Nông nghiệp[\s\S]*Lào Cai/);
  });

  it('asks again for a place it does not know', async () => {
    await letIn({ id: '8' }, 'reader');
    expect(await say({ id: '8' }, '/hoso địa phương đâu đó')).toContain('Chưa rõ');
  });

  it('is made for who has their rights from the settings', async () => {
    expect(await say(admin, '/hoso đơn vị Văn phòng UBND tỉnh')).toContain('Văn phòng UBND tỉnh');
    expect(await say(admin, '/lienket')).toContain('/vao');
  });
});

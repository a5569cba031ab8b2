import { beforeAll, describe, expect, it } from 'vitest';
import type { PlatformName } from '../../src/domain/message.ts';
import { peopleWorld } from '../conversation/people/people-world.ts';
import { testDatabase } from '../support/database.ts';

const platforms: PlatformName[] = ['telegram', 'zalo-oa', 'zalo-bot'];
let world: ReturnType<typeof peopleWorld>;
beforeAll(async () => {
  world = peopleWorld(await testDatabase());
});

// Luật Trí tuệ nhân tạo 134/2025/QH15, Điều 11: a person must know that a machine answers.
describe.each(platforms)('on %s', (platform) => {
  const from = { platform, id: `nguoi-${platform}` };
  it('a stranger’s first word, the greeting and the introduction say that a machine answers', async () => {
    expect(await world.say(from, 'alo')).toContain('trợ lý tự động');
    await world.letIn(from, 'reader');
    expect(await world.say(from, '/start')).toMatch(/trợ lý tự động.*máy trả lời, không phải người/s);
    expect(await world.say(from, 'xin chào')).toContain('trợ lý tự động');
  });
});

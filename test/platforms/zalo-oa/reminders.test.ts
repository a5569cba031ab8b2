import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../../src/domain/platform.ts';
import { paragraph, type Reply } from '../../../src/domain/reply.ts';
import { listMonthCosts } from '../../../src/store/zalo-ledger.ts';
import type { OaFault } from '../../support/fake-zalo-oa.ts';
import { sayReply } from '../../support/replies.ts';
import { openZaloOa, PERSON } from './oa-harness.ts';

const CS = '/v3.0/oa/message/cs';
const reminder: Reply = {
  blocks: [
    paragraph({ bold: 'Báo cáo kết quả thực hiện Kế hoạch 15/KH-UBND quý IV năm 2026 của Ủy ban nhân dân xã' }),
    paragraph('Hạn: 17:00 thứ Tư 25/11/2026 – còn 3 ngày'),
  ],
  choices: [{ label: 'Đã nhận', message: 'đã nhận #1' }],
  choicesToken: 'nhac1',
};
const day = 24 * 3_600_000;

/** The person has written so long ago, by our books and by Zalo's; it is noon in Việt Nam. */
async function openSilent(milliseconds: number, options: { templateId?: string; budget?: number } = {}) {
  const now = new Date('2026-11-22T05:00:00Z');
  const opened = await openZaloOa(async () => sayReply('ừ'), { ...options, now: () => now });
  const { fake, database } = opened;
  await opened.platform.start();
  const at = new Date(now.getTime() - milliseconds);
  await database.query('insert into zalo_chats (chat_id, last_interaction_at) values ($1, $2)', [PERSON, at]);
  fake.state.lastInteraction.set(PERSON, new Date(Date.now() - milliseconds));
  const costs = () => listMonthCosts(database, '2026-11-01');
  return { ...opened, costs };
}

describe('a reminder on a Zalo OA', () => {
  it('goes free, once, to a person silent for three hours', async () => {
    const { fake, platform, costs } = await openSilent(3 * 3_600_000, { templateId: 'tpl-1' });
    expect(await platform.send(PERSON, reminder)).toMatchObject({ status: 'sent' });
    expect(fake.transcript(PERSON).map(({ kind, quotaType }) => [kind, quotaType])).toEqual([['text', 'reply']]);
    expect(await costs()).toMatchObject([{ route: 'free', messages: 1, cost: 0 }]);
  });

  it('goes for money, once, to a person silent for three days', async () => {
    const { fake, platform, costs } = await openSilent(3 * day, { templateId: 'tpl-1' });
    expect(await platform.send(PERSON, reminder)).toMatchObject({ status: 'sent' });
    expect(fake.transcript(PERSON).map(({ kind, quotaType }) => [kind, quotaType])).toEqual([['text', 'sub_quota']]);
    expect(await costs()).toMatchObject([{ route: 'billable', messages: 1, cost: 55 }]);
  });

  it('goes by template, once, to a person silent for thirty days, within its fields and with no number cut', async () => {
    const { fake, platform, costs } = await openSilent(30 * day, { templateId: 'tpl-1' });
    expect(await platform.send(PERSON, reminder)).toMatchObject({ status: 'sent' });
    const [message, ...others] = fake.transcript(PERSON);
    expect(others).toEqual([]);
    expect(message?.kind).toBe('template');
    expect(JSON.parse(message?.text ?? '')).toEqual({
      noi_dung: 'Báo cáo kết quả thực hiện Kế hoạch 15/KH-UBND quý IV năm 2026 của Ủy ban nhân…',
      han: '25/11/2026',
    });
    expect(await costs()).toMatchObject([{ route: 'template_uid', messages: 1, cost: 200 }]);
  });

  it('goes by phone where the template cannot go by user id', async () => {
    const { fake, platform, database, costs } = await openSilent(30 * day, { templateId: 'tpl-1' });
    await database.query("update zalo_chats set phone = '84912345678'");
    fake.faults.push({ path: '/v3.0/oa/message/template', fault: { error: -249, message: 'not by uid' } });
    expect(await platform.send(PERSON, reminder)).toMatchObject({ status: 'sent' });
    expect(fake.transcript('phone:84912345678')).toHaveLength(1);
    expect(await costs()).toMatchObject([{ route: 'template_phone', messages: 1, cost: 300 }]);
  });

  it('falls back to the template where Zalo knows the window to be closed', async () => {
    const { fake, platform, costs } = await openSilent(3 * day, { templateId: 'tpl-1' });
    fake.state.lastInteraction.delete(PERSON);
    expect(await platform.send(PERSON, reminder)).toMatchObject({ status: 'sent' });
    expect(fake.transcript(PERSON).map(({ kind }) => kind)).toEqual(['template']);
    expect(await costs()).toMatchObject([{ route: 'template_uid', messages: 1, cost: 200 }]);
  });

  it('costs nothing and is not tried where no way is open', async () => {
    const { fake, platform, costs } = await openSilent(30 * day);
    expect(await platform.send(PERSON, reminder)).toMatchObject({ status: 'failed', kind: 'window' });
    expect(fake.calls.filter(({ path }) => path === CS)).toEqual([]);
    expect(await costs()).toEqual([]);
  });

  it('never overdraws the budget of the month, whoever sends at once', async () => {
    const { platform, costs } = await openSilent(3 * day, { budget: 4 * 55 + 54 });
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => platform.send(PERSON, sayReply('Nhắc'))));
    expect(outcomes.filter(({ status }) => status === 'sent')).toHaveLength(4);
    expect(outcomes.filter((one) => one.status === 'failed' && one.kind === 'quota')).toHaveLength(8);
    expect(await costs()).toMatchObject([{ messages: 4, cost: 220 }]);
  });

  it('gives back the cost of what was refused, and keeps that of what may have arrived', async () => {
    const { fake, platform, database } = await openSilent(3 * day, { budget: 110 });
    const spent = async () => (await database.query<{ spent: number }>('select spent from zalo_months'))[0]?.spent;
    fake.faults.push({ path: CS, fault: { error: -200, message: 'Send failed' } });
    expect(await platform.send(PERSON, sayReply('a'))).toMatchObject({ status: 'failed', kind: 'transient' });
    expect(await spent()).toBe(0);
    fake.faults.push({ path: CS, fault: 'drop_after' });
    expect(await platform.send(PERSON, sayReply('b'))).toMatchObject({ status: 'unknown' });
    expect(await spent()).toBe(55);
  });

  const table: [fault: OaFault, outcome: Partial<SendOutcome>][] = [
    [
      { error: -32, message: 'limit' },
      { status: 'failed', kind: 'rate' },
    ],
    [
      { error: -201, message: 'text is invalid' },
      { status: 'failed', kind: 'bug' },
    ],
    [
      { error: -211, message: 'out of quota' },
      { status: 'failed', kind: 'quota' },
    ],
    [
      { error: -213, message: 'not a follower' },
      { status: 'failed', kind: 'recipient' },
    ],
    [
      { error: -224, message: 'package' },
      { status: 'failed', kind: 'config' },
    ],
    [
      { error: -227, message: 'banned' },
      { status: 'failed', kind: 'recipient' },
    ],
    [
      { error: -230, message: 'window' },
      { status: 'failed', kind: 'window' },
    ],
    [
      { error: -234, message: 'night' },
      { status: 'failed', kind: 'night' },
    ],
    [
      { error: -244, message: 'blocked' },
      { status: 'failed', kind: 'recipient' },
    ],
    [{ http: 502 }, { status: 'unknown' }],
    ['drop_before', { status: 'unknown' }],
    ['drop_after', { status: 'unknown' }],
  ];
  it.each(table)('after %j is tried once and its outcome told', async (fault, outcome) => {
    const { fake, platform } = await openSilent(3_600_000);
    fake.faults.push({ path: CS, fault });
    const got = await platform.send(PERSON, sayReply('Nhắc'));
    expect(got).toMatchObject(outcome);
    expect(fake.calls.filter(({ path }) => path === CS)).toHaveLength(1);
    expect(JSON.stringify(got)).not.toMatch(/at-\d|rt-\d|fake-/);
  });

  it('goes to a group at any time and for nothing', async () => {
    const { fake, platform, costs } = await openSilent(30 * day);
    expect(await platform.send('group:g1', reminder)).toMatchObject({ status: 'sent' });
    expect(await platform.send('group:g2', reminder)).toMatchObject({ status: 'failed', kind: 'config' });
    expect(fake.transcript('group:g1')).toHaveLength(1);
    expect(await costs()).toMatchObject([{ route: 'group', messages: 1, cost: 0 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { planRoutes } from '../../../src/platforms/zalo-oa/plan-routes.ts';

const prices = { message: 55, templateUid: 200, templatePhone: 300 };
const noon = new Date('2026-11-22T05:00:00Z');
const hoursAgo = (hours: number, now = noon) => new Date(now.getTime() - hours * 3_600_000);
const phone = '84912345678';

type Case = [
  what: string,
  given: { hours: number | null; phone?: string; template?: boolean; reply?: boolean; at?: string; chat?: string },
  expected: string,
];

const cases: Case[] = [
  ['just now', { hours: 0 }, 'free 0'],
  ['3 hours ago', { hours: 3, template: true }, 'free 0, template_uid 200'],
  ['48 hours ago', { hours: 48 }, 'free 0'],
  ['a little more', { hours: 48.01 }, 'billable 55'],
  ['3 days ago', { hours: 72, template: true, phone }, 'billable 55, template_uid 200, template_phone 300'],
  ['7 days ago', { hours: 168 }, 'billable 55'],
  ['a little more, with a template', { hours: 168.01, template: true }, 'template_uid 200'],
  ['30 days ago', { hours: 720, template: true, phone }, 'template_uid 200, template_phone 300'],
  ['30 days ago, without a template', { hours: 720, phone }, 'window'],
  ['30 days ago, a reply', { hours: 720, template: true, reply: true }, 'window'],
  ['30 days ago, at 22:00', { hours: 720, template: true, at: '2026-11-22T15:00:00Z' }, 'night'],
  ['30 days ago, at 05:59', { hours: 720, template: true, at: '2026-11-21T22:59:00Z' }, 'night'],
  ['30 days ago, at 06:00', { hours: 720, template: true, at: '2026-11-21T23:00:00Z' }, 'template_uid 200'],
  ['30 days ago, at 21:59', { hours: 720, template: true, at: '2026-11-22T14:59:00Z' }, 'template_uid 200'],
  ['3 days ago, in the night', { hours: 72, template: true, at: '2026-11-22T17:00:00Z' }, 'billable 55'],
  ['nobody knows when', { hours: null }, 'billable 55'],
  ['nobody knows when, with a template', { hours: null, template: true }, 'template_uid 200'],
  ['a group', { hours: null, chat: 'group:g1', at: '2026-11-22T17:00:00Z' }, 'group 0'],
];

describe('the way to somebody who last wrote', () => {
  it.each(cases)(
    '%s',
    (_, { hours, phone: number = null, template = false, reply = false, at, chat = '777' }, expected) => {
      const now = at === undefined ? noon : new Date(at);
      const plan = planRoutes({
        chatId: chat,
        chat: { lastInteractionAt: hours === null ? null : hoursAgo(hours, now), mutedUntil: null, phone: number },
        purpose: reply ? 'reply' : 'reminder',
        hasTemplate: template,
        prices,
        now,
      });
      const told =
        'refused' in plan ? plan.refused : plan.routes.map(({ route, cost }) => `${route} ${cost}`).join(', ');
      expect(told).toBe(expected);
    },
  );
});

import type { SendFailureKind } from '../../domain/errors.ts';
import { localTime } from '../../domain/vietnam-time.ts';
import type { ZaloChat, ZaloRoute } from '../../domain/zalo-oa.ts';
import { isGroupChat } from './recipient.ts';

/** What one message costs by the ways that cost something, in đồng. */
export type ZaloPrices = { message: number; templateUid: number; templatePhone: number };

export type PlannedRoute = { route: ZaloRoute; cost: number };

/** The ways to try, in this order, each only when the one before turned out to be closed; or why there is none. */
export type Plan = { routes: PlannedRoute[] } | { refused: SendFailureKind; reason: string };

export type Occasion = {
  chatId: string;
  chat: ZaloChat;
  /** A reply's words cannot go into an approved template. */
  purpose: 'reply' | 'reminder';
  hasTemplate: boolean;
  prices: ZaloPrices;
  now: Date;
};

const FREE_HOURS = 48;
const OPEN_HOURS = 7 * 24;

/**
 * Zalo's rules for writing to somebody: within 48 hours of the last interaction free, within 7 days for money, later only by approved
 * template (by user id, then by phone, never from 22:00 to 06:00); groups of the OA at any time.
 */
export function planRoutes(occasion: Occasion): Plan {
  const { chatId, chat, purpose, hasTemplate, prices, now } = occasion;
  if (isGroupChat(chatId)) return { routes: [{ route: 'group', cost: 0 }] };
  const routes: PlannedRoute[] = [];
  const hours = chat.lastInteractionAt === null ? null : (now.getTime() - chat.lastInteractionAt.getTime()) / 3_600_000;
  if (hours !== null && hours <= FREE_HOURS) routes.push({ route: 'free', cost: 0 });
  else if (hours !== null && hours <= OPEN_HOURS) routes.push({ route: 'billable', cost: prices.message });
  // Nobody knows here when they last wrote: Zalo does.
  else if (hours === null && (!hasTemplate || purpose === 'reply'))
    routes.push({ route: 'billable', cost: prices.message });
  const templates: PlannedRoute[] = [
    { route: 'template_uid', cost: prices.templateUid },
    ...(chat.phone === null ? [] : [{ route: 'template_phone' as const, cost: prices.templatePhone }]),
  ];
  const mayUseTemplate = hasTemplate && purpose === 'reminder';
  if (mayUseTemplate && !isNight(now)) routes.push(...templates);
  if (routes.length > 0) return { routes };
  return mayUseTemplate
    ? { refused: 'night', reason: 'templates are not sent from 22:00 to 06:00' }
    : { refused: 'window', reason: 'no interaction for 7 days and no approved template' };
}

function isNight(now: Date): boolean {
  const time = localTime(now);
  return time >= '22:00' || time < '06:00';
}

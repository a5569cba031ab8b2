import type { PlatformName } from '../domain/message.ts';

export type PlatformPace = {
  /** Seconds between two messages of the bot, whatever the chat; for all processes together. */
  slotSeconds: number;
  /** Most messages that may arrive within any one second. */
  perSecond: number;
  /** Seconds between two messages to one person, and to one group. */
  chatSeconds: number;
  groupSeconds: number;
};

/**
 * Telegram: about 30 messages a second, one a second to a person, 20 a minute to a group (its Bots FAQ, "My bot is hitting limits"); a little
 * slower, so that no 429 is provoked. Zalo publishes no rate for either interface; theirs is a guess on the safe side.
 */
const paces: Record<PlatformName, PlatformPace> = {
  telegram: { slotSeconds: 0.0348, perSecond: 30, chatSeconds: 1.05, groupSeconds: 3.05 },
  'zalo-oa': { slotSeconds: 0.1, perSecond: 10, chatSeconds: 1.05, groupSeconds: 3.05 },
  'zalo-bot': { slotSeconds: 0.1, perSecond: 10, chatSeconds: 1.05, groupSeconds: 3.05 },
  // A mail server of an office takes a message a second without complaint.
  email: { slotSeconds: 1, perSecond: 1, chatSeconds: 5, groupSeconds: 5 },
  terminal: { slotSeconds: 0, perSecond: 1000, chatSeconds: 0, groupSeconds: 0 },
};

export type PaceOf = (platform: PlatformName) => PlatformPace;

export const paceOf: PaceOf = (platform) => paces[platform];

import type { Locality } from './locality.ts';
import type { PlatformName } from './message.ts';

/** What somebody may do: ask · also review what was read · also let people in and change settings. Each includes the one before. */
export const roles = ['reader', 'reviewer', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Who is speaking, as far as the bot knows them. */
export type Speaker = {
  role: Role;
  /** The unit they work in ("Sở Tài chính"), as they gave it; null when unknown. */
  unit: string | null;
  /** Where they work; null when unknown. */
  locality: Locality | null;
};

/** An account on one platform; its id means nothing on another. */
export type Account = { platform: PlatformName; accountId: string };

/** "telegram:42" */
export const accountName = ({ platform, accountId }: Account): string => `${platform}:${accountId}`;

/** Somebody who was let in, under all their accounts. */
export type Person = Speaker & { id: number; name: string; accounts: Account[] };

/** Whether a role includes another. */
export function mayActAs(role: Role, wanted: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(wanted);
}

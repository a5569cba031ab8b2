/** What somebody may do: ask · also review what was read · also let people in and change settings. Each includes the one before. */
export const roles = ['reader', 'reviewer', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Who is speaking, as far as the bot knows them. */
export type Speaker = {
  role: Role;
  /** The unit they work in ("Sở Tài chính"), as they gave it; null when unknown. */
  unit: string | null;
  /** Key of the locality they work in; null when unknown. */
  locality: string | null;
};

/** Whether a role includes another. */
export function mayActAs(role: Role, wanted: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(wanted);
}

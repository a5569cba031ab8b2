/** A row of data/localities.json. Unknown further columns are ignored. */
export type ProvinceRow = {
  key: string;
  /** "Cao Bằng" */
  name: string;
  /** "Tỉnh Cao Bằng" */
  fullName: string;
  type: string;
  aliases: readonly string[];
  /** Short forms that count only right after tỉnh, TP, UBND or HĐND. */
  ambiguousAliases?: readonly string[] | undefined;
  /** For current rows: the legacy keys it was made of. */
  mergedFrom?: readonly string[] | undefined;
  /** For legacy rows: the current key that took it in. */
  successor?: string | undefined;
  /** ISO date from which a province is a city. */
  cityFrom?: string | undefined;
};

/** What data/localities.json holds: the provinces before 1 July 2025 and those since. */
export type LocalityTable = { current: readonly ProvinceRow[]; legacy: readonly ProvinceRow[] };

/** Last day of the 63 provinces: Nghị quyết 202/2025/QH15 made 34 of them from 1 July 2025. */
export const lastFormerDay = '2025-06-30';

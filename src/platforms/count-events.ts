/** Counts by name, from zero at the start. */
export function countEvents(): { count: (name: string) => void; counts: () => Readonly<Record<string, number>> } {
  const counted = new Map<string, number>();
  return {
    count: (name) => void counted.set(name, (counted.get(name) ?? 0) + 1),
    counts: () => Object.fromEntries(counted),
  };
}

import type { Quote } from '../../domain/citation.ts';

/** Something stored: `readings` are the values it may be read as without a difference (its own, and what a person corrected). */
export type StoredFinding<Finding> = {
  id: number;
  status: 'proposed' | 'approved' | 'rejected' | 'replaced';
  /** A person has said something of it. */
  isSettled: boolean;
  readings: readonly Finding[];
};

export type Comparison<Finding> = {
  /** Found now and not stored. */
  added: Finding[];
  /** Stored, looked at by nobody, and no longer found. */
  withdrawn: number[];
  /** Settled by a person and found otherwise now; null: no longer found. */
  differing: { id: number; finding: Finding | null }[];
};

type Rules<Finding> = {
  isSame: (left: Finding, right: Finding) => boolean;
  /** Says something of the same thing. */
  isRelated: (left: Finding, right: Finding) => boolean;
};

/** What a later reading of the same document changes. Nothing that a person settled is among what is added or withdrawn. */
export function compareReadings<Finding extends Quote>(
  stored: readonly StoredFinding<Finding>[],
  found: readonly Finding[],
  { isSame, isRelated }: Rules<Finding>,
): Comparison<Finding> {
  const left = new Set(found);
  const take = (fits: (finding: Finding) => boolean): Finding | null => {
    for (const finding of left) {
      if (!fits(finding)) continue;
      left.delete(finding);
      return finding;
    }
    return null;
  };
  const overlapping = (one: Finding, other: Finding): boolean => one.start < other.end && other.start < one.end;
  const open = stored.filter(
    ({ readings }) =>
      take((finding) => readings.some((one) => overlapping(one, finding) && isSame(one, finding))) === null,
  );
  const differing = open
    .filter(({ isSettled, status }) => isSettled && status !== 'rejected')
    .map(({ id, readings }) => ({
      id,
      finding: take((finding) => readings.some((one) => overlapping(one, finding) && isRelated(one, finding))),
    }));
  return {
    added: [...left],
    withdrawn: open.filter(({ isSettled, status }) => !isSettled && status === 'proposed').map(({ id }) => id),
    differing,
  };
}

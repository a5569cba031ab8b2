import type { Citation } from '../domain/citation.ts';

export type FoundStatement = {
  citation: Citation;
  /** 0..1: how much of what was asked it says. */
  coverage: number;
};

/** `found` best first; empty when no statement says enough of what was asked. */
export type FoundStatements = { found: FoundStatement[] };

import type { Tell } from './base.ts';

/** What starting needs from outside. */
export type Surroundings = {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  progress: NodeJS.WriteStream;
  tell: Tell;
  now(): Date;
};

import type { Box } from './crop.ts';
import type { Span } from './overlooked-ink.ts';

/** A word as it was recognised: where it stands in pixels of the page, the foot of its line, and how sure (0..100) recognition was. */
export type SeenWord = Box & { text: string; baseline: number; size: number; confidence: number; isDoubtful: boolean };

/** Words on one line of a crop. `overlooked`: where there is ink on its height that none of them covers. */
export type SeenLine = { words: SeenWord[]; box: Box; overlooked: Span[] };

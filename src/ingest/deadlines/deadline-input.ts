import type { Metadata } from '../../domain/directive.ts';
import type { DocumentBlock } from '../block.ts';
import type { SourceText } from '../source-text.ts';

/** What deadlines are read from. The metadata settles years that a date leaves out. */
export type DeadlineInput = {
  source: SourceText;
  blocks: readonly DocumentBlock[];
  metadata: Pick<Metadata, 'period' | 'date'>;
};

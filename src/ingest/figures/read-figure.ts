import type { Period } from '../../domain/period.ts';
import type { Quantity } from '../../vietnamese/quantity.ts';
import type { BlockPlace } from './block-place.ts';
import type { ClauseKind } from './clause-kind.ts';
import type { Cue } from './find-cues.ts';
import type { NamedValue } from './named-value.ts';
import type { PeriodMention } from './period-mentions.ts';
import type { PlainText, Span } from './plain-text.ts';

/** A figure as read from prose, offsets into the stored text. */
export type ReadFigure = {
  kind: Exclude<ClauseKind, 'none'>;
  named: NamedValue;
  period: Period;
  quote: Span;
  value: Span;
  /** 0..1; below 0.6 a person should look. */
  confidence: number;
};

/** A block while it is read. */
export type Block = {
  stored: string;
  plain: PlainText;
  mentions: PeriodMention[];
  cues: Cue[];
  quantities: Quantity[];
  place: BlockPlace;
};

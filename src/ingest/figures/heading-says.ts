import type { Period } from '../../domain/period.ts';
import { untilPeriod } from '../../vietnamese/period-forms.ts';
import { periodMentions } from './period-mentions.ts';
import { plainText } from './plain-text.ts';
import { type SectionKind, sectionKind } from './section-kind.ts';

/** What the headings above a block say for it: the kind of section and the periods they name, innermost first. */
export type HeadingSays = { section: SectionKind; periods: Period[] };

/** A reader of heading paths that reads each path once. */
export function headingReader(): (heading: readonly string[]) => HeadingSays {
  const read = new Map<string, HeadingSays>();
  return (heading) => {
    const key = heading.join('\n');
    const known = read.get(key);
    if (known !== undefined) return known;
    const says = { section: sectionKind(heading), periods: heading.toReversed().flatMap(periodOf) };
    read.set(key, says);
    return says;
  };
}

/** The first period of a heading: "giai đoạn 2021 - 2025, tầm nhìn đến năm 2030" governs by the first; "Vào năm 2030" is a level reached by then. */
function periodOf(line: string): Period[] {
  if (!/\d{4}|năm/i.test(line)) return [];
  return periodMentions(plainText(line, 0, line.length))
    .map(({ period, preposition }) =>
      period.kind === 'year' && preposition === 'vào' ? untilPeriod(Number(period.text)) : period,
    )
    .slice(0, 1);
}

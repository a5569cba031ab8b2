export type MarkKind = 'bold' | 'italic' | 'pre' | 'quote' | 'long_quote';
export type Stretch = { start: number; end: number };

/**
 * Text with its formatting beside it, so that it can be cut anywhere and measured as Telegram does (UTF-16 units after entities)
 * before any tag is written. Marks are nested or apart, never half over each other.
 */
export type RichText = {
  text: string;
  marks: (Stretch & { kind: MarkKind })[];
  /** Stretches that belong together (a table row, a citation): cut only when longer than a message. */
  atoms: Stretch[];
};

export function plain(text: string): RichText {
  return { text, marks: [], atoms: [] };
}

export function marked(kind: MarkKind, inner: RichText): RichText {
  return inner.text === '' ? inner : { ...inner, marks: [{ ...whole(inner), kind }, ...inner.marks] };
}

export function atom(inner: RichText): RichText {
  return inner.text === '' ? inner : { ...inner, atoms: [whole(inner), ...inner.atoms] };
}

/** The parts in order with the separator between them; parts without text are left out. */
export function joinRich(parts: RichText[], separator: string): RichText {
  const joined: RichText = plain('');
  for (const part of parts.filter(({ text }) => text !== '')) {
    if (joined.text !== '') joined.text += separator;
    const offset = joined.text.length;
    joined.text += part.text;
    joined.marks.push(...part.marks.map((mark) => shift(mark, offset)));
    joined.atoms.push(...part.atoms.map((stretch) => shift(stretch, offset)));
  }
  return joined;
}

/** The stretch with every mark and atom that reaches into it, cut to it. */
export function sliceRich(rich: RichText, start: number, end: number): RichText {
  const clip = <Part extends Stretch>(parts: Part[]): Part[] =>
    parts
      .map((part) => ({ ...part, start: Math.max(part.start, start) - start, end: Math.min(part.end, end) - start }))
      .filter((part) => part.start < part.end);
  return { text: rich.text.slice(start, end), marks: clip(rich.marks), atoms: clip(rich.atoms) };
}

function whole(rich: RichText): Stretch {
  return { start: 0, end: rich.text.length };
}

function shift<Part extends Stretch>(part: Part, offset: number): Part {
  return { ...part, start: part.start + offset, end: part.end + offset };
}

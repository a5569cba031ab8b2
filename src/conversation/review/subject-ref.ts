import type { Subject } from '../../domain/review.ts';

/** A subject as it stands in a command: "12" is a figure, "h5" a deadline. */
export const printRef = ({ kind, id }: Subject): string => (kind === 'figure' ? String(id) : `h${id}`);

/** Null for anything else. */
export function parseRef(text: string | undefined): Subject | null {
  const match = /^(h?)(\d{1,15})$/i.exec(text ?? '');
  if (match === null) return null;
  return { kind: match[1] === '' ? 'figure' : 'deadline', id: Number(match[2]) };
}

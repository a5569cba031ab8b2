/** Headings open at one place of the text, outermost first. */
export type HeadingTree = {
  /** Closes what this rank ends, and opens the heading; gives the path above it. */
  open(name: string, rank: number): string[];
  /** Closes the headings that a marker of this rank ends. */
  close(rank: number): void;
  path(): string[];
};

export function headingTree(): HeadingTree {
  const open: { name: string; rank: number }[] = [];
  const close = (rank: number) => {
    while ((open.at(-1)?.rank ?? -1) >= rank) open.pop();
  };
  return {
    open(name, rank) {
      close(rank);
      const above = open.map((heading) => heading.name);
      open.push({ name, rank });
      return above;
    },
    close,
    path: () => open.map((heading) => heading.name),
  };
}

/** The language has some seven thousand syllables and asks for them all the time; what else comes must not fill the memory. */
const mostRemembered = 20_000;
/** Longer texts are no syllables; and the engine keeps the whole document in memory for a longer slice of it. */
const longestRemembered = 12;

/** The same reading of a syllable, which remembers what it gave. */
export function remembered<Result>(read: (syllable: string) => Result): (syllable: string) => Result {
  const known = new Map<string, Result>();
  return (syllable) => {
    const before = known.get(syllable);
    if (before !== undefined) return before;
    const result = read(syllable);
    if (known.size >= mostRemembered) known.clear();
    if (syllable.length <= longestRemembered) known.set(syllable, result);
    return result;
  };
}

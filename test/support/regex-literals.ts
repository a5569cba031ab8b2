/** A regular expression as it stands in a source file. */
export type RegexLiteral = { source: string; flags: string };

/** A string, template or comment is skipped whole; what is left decides whether a slash divides or opens an expression. */
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*|[\w$]+|\S/g;
const dividable = /^(?:[\w$]+|[)\]}])$/;
const opening = /^(?:return|typeof|case|in|of|void|do|else|await|yield)$/;

/** Within templates in templates a slash may be anything. */
function isRegex({ source, flags }: RegexLiteral): boolean {
  try {
    return new RegExp(source, flags) !== null;
  } catch {
    return false;
  }
}

/** The regular expressions written in a source file; those built at run time are not among them. */
export function regexLiterals(code: string): RegexLiteral[] {
  const found: RegexLiteral[] = [];
  let before = '';
  token.lastIndex = 0;
  for (let match = token.exec(code); match !== null; match = token.exec(code)) {
    const [text] = match;
    if (/^\/[/*]/.test(text)) continue;
    if (text.length > 1 && text.startsWith('/')) {
      if (dividable.test(before) && !opening.test(before)) token.lastIndex = match.index + 1;
      else {
        const end = text.lastIndexOf('/');
        const literal = { source: text.slice(1, end), flags: text.slice(end + 1) };
        if (isRegex(literal)) found.push(literal);
      }
    }
    before = text.startsWith('/') && text.length > 1 ? '/' : text;
  }
  return found;
}

import { type Claim, claimsSchema } from './claims.ts';

const claimSchema = claimsSchema.shape.claims.element;

/** The claims that have come whole in an answer that may stop anywhere ('{"claims":[{"text":…},{"te'); `[]` while there is none. */
export function claimsSoFar(text: string): Claim[] {
  const opening = /^\s*\{\s*"claims"\s*:\s*\[/.exec(text);
  return opening === null ? [] : wholeObjects(text.slice(opening[0].length)).flatMap(readClaim);
}

function readClaim(text: string): Claim[] {
  try {
    const parsed = claimSchema.safeParse(JSON.parse(text));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

/** Objects of a JSON list that are closed; braces inside strings count for nothing. */
function wholeObjects(list: string): string[] {
  const found: string[] = [];
  let [depth, start, isText] = [0, 0, false];
  for (let at = 0; at < list.length; at++) {
    const letter = list[at];
    if (isText && letter === '\\') at++;
    else if (letter === '"') isText = !isText;
    else if (!isText && letter === '{' && depth++ === 0) start = at;
    else if (!isText && letter === '}' && --depth === 0) found.push(list.slice(start, at + 1));
    if (depth < 0) break;
  }
  return found;
}

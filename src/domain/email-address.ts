/** One plain address, as people have: no quotes, comments, spaces or control characters, which could smuggle in headers or more recipients. */
const address =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,10}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}$/;

/** The address with its domain in small letters; null for anything that is not exactly one address. */
export function readEmailAddress(written: string): string | null {
  const text = written.trim();
  if (text.length > 254 || !address.test(text)) return null;
  const at = text.lastIndexOf('@');
  return text.slice(0, at) + text.slice(at).toLowerCase();
}

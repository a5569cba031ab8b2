/** How a cell shows its number: a built-in format by its id, or a code ("#,##0.0", "0.00%", "dd/mm/yyyy"). */
export type NumberShown = { value: number; format: string; is1904: boolean; isComputed: boolean };

/** Built-in formats (ECMA-376 Part 1, 18.8.30) that are not "General". */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'dd/mm/yyyy'],
  [15, 'dd/mm/yyyy'],
  [16, 'dd/mm'],
  [17, 'mm/yyyy'],
  [22, 'dd/mm/yyyy'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [41, '#,##0'],
  [42, '#,##0'],
  [43, '#,##0.00'],
  [44, '#,##0.00'],
]);

/** The number as a Vietnamese reader sees it: comma for decimals, dots for thousands, percent, dates as dd/mm/yyyy. */
export function shownNumber({ value, format, is1904, isComputed }: NumberShown): string {
  const { code, shown } = sectionOf(format, value);
  if (isDate(code)) return shownDate(value + (is1904 ? 1462 : 0), code);
  const mask = /[#0][#0?,. ]*/.exec(bare(code))?.[0];
  if (mask === undefined)
    return code === '' || /general|@/i.test(code) ? general(value) : literal(code).replaceAll('?', '').trim();
  const percent = bare(code).includes('%') ? 100 : 1;
  const scale = percent / 1000 ** (/(?<!,),+$/.exec(mask.trim())?.[0].length ?? 0);
  const digits = fixed(shown * scale, mask, isComputed);
  const [before = '', behind = ''] = around(code);
  return `${before}${digits}${behind}`.replace(/\s+/g, ' ').trim();
}

/** Sections of a code: positive; negative (shown without its sign); zero; text. */
function sectionOf(format: string, value: number): { code: string; shown: number } {
  const sections = format.split(';');
  const [positive = '', negative, zero] = sections;
  if (value < 0 && negative !== undefined) return { code: `-${negative.replace(/^-|[()]/g, '')}`, shown: -value };
  if (value === 0 && zero !== undefined) return { code: zero, shown: 0 };
  return { code: positive, shown: value };
}

/** The code without colours, conditions, paddings and literals. */
const bare = (code: string): string =>
  code
    .replace(/\[[^\]]{0,40}\]/g, '')
    .replace(/"[^"]*"/g, '')
    .replace(/[_*\\]./g, '');

const isDate = (code: string): boolean =>
  /[dmy]/i.test(bare(code)) && !/[#0?]/.test(bare(code)) && !/general/i.test(code);

const literal = (code: string): string =>
  code
    .replace(/\[[^\]]{0,40}\]/g, '')
    .replace(/[_*]./g, ' ')
    .replace(/\\(.)|"([^"]*)"/g, '$1$2');

/** What the code says before and behind the digits. */
function around(code: string): string[] {
  const shown = code.replace(/\[[^\]]{0,40}\]/g, '').replace(/[_*]./g, ' ');
  const quoted = shown.replace(/"[^"]*"/g, (inside) => '\u0001'.repeat(inside.length));
  const open = quoted.search(/[#0?]/);
  const close = quoted.length - [...quoted].reverse().findIndex((letter) => /[#0?,.]/.test(letter));
  return [literal(shown.slice(0, open)), literal(shown.slice(close))];
}

/** Decimals that were typed and the format hides are what was meant, up to two of them; of a computed number nobody typed any. */
const typedDecimals = 2;

function fixed(value: number, mask: string, isComputed: boolean): string {
  const [whole = '', fraction = ''] = mask.trim().split('.');
  const most = fraction.replace(/[^#0?]/g, '').length;
  const least = fraction.replace(/[^0]/g, '').length;
  const exact = Number(value.toPrecision(12));
  const full = decimalsOf(exact);
  const decimals =
    !isComputed && full > most && full <= most + typedDecimals ? full : Math.max(least, Math.min(most, full));
  const digits = Math.abs(exact).toFixed(Math.min(20, decimals));
  return (Number(digits) !== 0 && exact < 0 ? '-' : '') + vietnamese(digits, /[#0?],[#0? ]/.test(whole));
}

const decimalsOf = (value: number): number => {
  const text = String(value);
  if (text.includes('e')) return 0;
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
};

function vietnamese(digits: string, isGrouped: boolean): string {
  const [whole = '', fraction] = digits.split('.');
  const said = isGrouped ? whole.replace(/\B(?=(?:\d{3}){1,110}$)/g, '.') : whole;
  return fraction === undefined ? said : `${said},${fraction}`;
}

/** "General" shows eleven digits at most. */
function general(value: number): string {
  const text = String(Number(value.toPrecision(11)));
  return text.includes('e') ? text : text.replace('.', ',');
}

function shownDate(serial: number, code: string): string {
  if (serial < 0 || serial > 2_958_465) return general(serial);
  const date = new Date(Math.round((serial - 25_569) * 86_400) * 1000);
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()].map((part) =>
    String(part).padStart(2, '0'),
  );
  const asked = bare(code).toLowerCase();
  const isTime = /h/.test(asked) && !/[dy]/.test(asked);
  if (isTime) return `${String(date.getUTCHours()).padStart(2, '0')}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
  return [/d/.test(asked) ? day : null, month, /y/.test(asked) ? year : null].filter((part) => part !== null).join('/');
}

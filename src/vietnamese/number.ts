/** Dot thousands, comma decimals: 3.505,5. */
const vietnameseGroups = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
/** Blank thousands: 116 000,5 (blank, no-break blank, narrow no-break blank). */
const blankGroups = /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?$/;
/** English: two or more comma groups, or comma groups followed by a point. */
const englishGroups = /^\d{1,3}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)$/;
const commaDecimal = /^\d+(?:,\d+)?$/;
/** A point that cannot stand before thousands is a decimal point by mistake: 3.5, 57.83, 0.125. */
const pointDecimal = /^\d+\.\d+$/;

/**
 * Reads a number in Vietnamese notation ("3.505" → 3505, "7,5" → 7.5, "03" → 3, "116 000" → 116000); a point that cannot be a
 * thousands point is read as a decimal one ("57.83" → 57.83). Null for anything else.
 */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim();
  const isNegative = /^[-−]/.test(trimmed);
  const size = parseUnsigned(isNegative ? trimmed.slice(1) : trimmed);
  return size === null || !Number.isFinite(size) ? null : isNegative && size !== 0 ? -size : size;
}

function parseUnsigned(text: string): number | null {
  const isZeroed = text.startsWith('0.') || text.startsWith('00');
  if (vietnameseGroups.test(text) && !isZeroed) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (commaDecimal.test(text)) return Number(text.replace(',', '.'));
  if (blankGroups.test(text)) return Number(text.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));
  if (englishGroups.test(text)) return Number(text.replaceAll(',', ''));
  return pointDecimal.test(text) ? Number(text) : null;
}

/** Prints a number in Vietnamese notation with all its digits (3505.5 → "3.505,5"); empty for what is not finite. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const [whole = '0', fraction = ''] = plainDigits(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3}){1,110}$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${fraction === '' ? '' : `,${fraction}`}`;
}

/** The shortest exact decimal form without an exponent: 1e21 → "1000000000000000000000". */
function plainDigits(value: number): string {
  const [mantissa = '0', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const shift = Number(exponent);
  if (shift < 0) return `0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
  return whole + fraction.padEnd(shift, '0');
}

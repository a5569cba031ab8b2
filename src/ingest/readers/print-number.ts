/** How a list prints its numbers, by the names of Office Open XML. */
export type NumberFormat =
  | 'decimal'
  | 'decimalZero'
  | 'lowerLetter'
  | 'upperLetter'
  | 'lowerRoman'
  | 'upperRoman'
  | 'bullet'
  | 'none';

/** The number of a list paragraph as it is printed: 4 → "4", "04", "d", "IV". Letters are those Word counts with: a … z, aa, bb. */
export function printNumber(number: number, format: NumberFormat): string {
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

function letters(number: number): string {
  if (number < 1 || number > 26 * 20) return String(number);
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

const romans: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  if (number < 1 || number > 399) return String(number);
  let rest = number;
  let said = '';
  for (const [value, sign] of romans) {
    for (; rest >= value; rest -= value) said += sign;
  }
  return said;
}

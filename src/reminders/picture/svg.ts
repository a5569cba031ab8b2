export const palette = {
  paper: '#F4F1EA',
  card: '#FFFFFF',
  ink: '#1F2A37',
  soft: '#6B7280',
  line: '#E5DFD3',
  off: '#EAE5DA',
  offInk: '#B4534A',
  due: '#B3261E',
  dueTint: '#FCE8E6',
  done: '#1E7B4D',
  doneTint: '#E3F3EA',
  today: '#1D4E89',
};

type TextStyle = { size: number; fill: string; weight?: 400 | 500 | 600 | 700; anchor?: 'start' | 'middle' | 'end' };

/** A line of text with its foot at `y`. */
export function svgText(text: string, [x, y]: readonly [number, number], style: TextStyle): string {
  const { size, fill, weight = 400, anchor = 'start' } = style;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

type BoxStyle = { fill: string; radius?: number; stroke?: string };

export function svgBox(
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
  style: BoxStyle,
): string {
  const { fill, radius = 14, stroke } = style;
  const edge = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="5"`;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"${edge}/>`;
}

/** A tick in a circle: the font has none. */
export function svgTick([x, y]: readonly [number, number], size: number): string {
  const at = (dx: number, dy: number) => `${x + dx * size} ${y + dy * size}`;
  return `<circle cx="${x + size / 2}" cy="${y + size / 2}" r="${size / 2}" fill="${palette.done}"/><path d="M${at(0.27, 0.52)} L${at(0.44, 0.69)} L${at(0.75, 0.34)}" fill="none" stroke="#FFFFFF" stroke-width="${size / 9}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** A picture in grey, 0 black to 255 white, row by row. */
export type Picture = { grey: Uint8Array; width: number; height: number };

/** Grey of pixels in red, green, blue and opacity, on white. */
export function greyPicture(pixels: ArrayLike<number>, { width, height }: { width: number; height: number }): Picture {
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at++, from += 4) {
    const light = ((pixels[from] ?? 0) * 77 + (pixels[from + 1] ?? 0) * 150 + (pixels[from + 2] ?? 0) * 29) >> 8;
    const opacity = pixels[from + 3] ?? 255;
    grey[at] = 255 - ((((255 - light) * opacity) / 255) | 0);
  }
  return { grey, width, height };
}

/** 1 where a pixel is ink: clearly darker than what lies around it, so that shadows of a photo do not count. */
export function inkOf({ grey, width, height }: Picture): Uint8Array {
  const sums = sumsOf(grey, width, height);
  const reach = Math.max(8, Math.round(width / 40));
  const ink = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - reach);
    const bottom = Math.min(height, y + reach);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach);
      const row = width + 1;
      const sum =
        (sums[bottom * row + right] ?? 0) -
        (sums[top * row + right] ?? 0) -
        (sums[bottom * row + left] ?? 0) +
        (sums[top * row + left] ?? 0);
      const at = y * width + x;
      if ((grey[at] ?? 0) * (bottom - top) * (right - left) < sum * 0.8) ink[at] = 1;
    }
  }
  return ink;
}

/** Sums over the rectangles from the top left corner. */
function sumsOf(grey: Uint8Array, width: number, height: number): Float64Array {
  const row = width + 1;
  const sums = new Float64Array(row * (height + 1));
  for (let y = 0; y < height; y++) {
    let line = 0;
    for (let x = 0; x < width; x++) {
      line += grey[y * width + x] ?? 0;
      sums[(y + 1) * row + x + 1] = (sums[y * row + x + 1] ?? 0) + line;
    }
  }
  return sums;
}

/** The grey between four pixels; white outside. */
export function lightAt({ grey, width, height }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 255;
  const [dx, dy] = [x - left, y - top];
  const at = top * width + left;
  const above = (grey[at] ?? 0) * (1 - dx) + (grey[at + 1] ?? 0) * dx;
  const below = (grey[at + width] ?? 0) * (1 - dx) + (grey[at + width + 1] ?? 0) * dx;
  return above * (1 - dy) + below * dy;
}

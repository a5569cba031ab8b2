import { createRequire } from 'node:module';

const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold'];

/** An SVG drawing as PNG bytes, in Be Vietnam Pro whatever fonts the machine has. The drawing is ours: no text of it is markup. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const { resolve } = createRequire(import.meta.url);
  const fontFiles = weights.map((weight) =>
    resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`),
  );
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Be Vietnam Pro' };
  return new Resvg(svg, { font }).render().asPng();
}

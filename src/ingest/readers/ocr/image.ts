import { DataError } from '../../../domain/errors.ts';
import { writePages } from '../printed/write-pages.ts';
import type { Reader, ReadOptions, ReadResult } from '../reader.ts';
import { dropSeals } from './drop-seals.ts';
import { imageSize, isJpeg, isPng } from './image-size.ts';
import { greyPicture, type Picture } from './picture.ts';
import { createRecogniser } from './recogniser.ts';
import { isLegible, noPrint } from './trust.ts';

/** A photo of a page has up to 50 million pixels; more would unpack to gigabytes. */
const mostPixels = 60e6;
/** More than A4 at 300 dots an inch has makes nothing clearer. */
const usefulPixels = 9e6;
const fewestPixels = 100;
const pageWidth = 595;

/** A photo or scan of one page, PNG or JPEG: its print is recognised. */
export const image: Reader = {
  accepts: (bytes) => isPng(bytes) || isJpeg(bytes),
  read: (bytes, options) => readImage(bytes, options),
};

async function readImage(bytes: Uint8Array, { onProgress, phrases }: ReadOptions): Promise<ReadResult> {
  const picture = await decoded(bytes);
  const recogniser = createRecogniser(phrases);
  try {
    const page = await recogniser.recognise(picture, { number: 1, perPoint: picture.width / pageWidth });
    onProgress?.({ done: 1, total: 1 });
    return isLegible([page]) ? writePages([page]) : { failed: noPrint };
  } finally {
    await recogniser.close();
  }
}

async function decoded(bytes: Uint8Array): Promise<Picture> {
  const size = imageSize(bytes);
  if (size === null) throw new DataError('Tệp ảnh hỏng hoặc bị cắt cụt, không đọc được; hãy gửi lại.', 'image');
  if (size.width * size.height > mostPixels)
    throw new DataError(
      `Tệp ảnh quá lớn (${size.width} × ${size.height} điểm), không đọc để bảo vệ hệ thống.`,
      'image',
    );
  if (size.width < fewestPixels || size.height < fewestPixels)
    throw new DataError('Tệp ảnh quá nhỏ, không có chữ đọc được.', 'image');
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const source = await loadImage(Buffer.from(bytes)).catch(() => {
    throw new DataError('Tệp ảnh hỏng hoặc bị cắt cụt, không đọc được; hãy gửi lại.', 'image');
  });
  const scale = Math.min(1, Math.sqrt(usefulPixels / (source.width * source.height)));
  const [width, height] = [Math.round(source.width * scale), Math.round(source.height * scale)];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return dropSeals(greyPicture(data, { width, height }), data, width / pageWidth);
}

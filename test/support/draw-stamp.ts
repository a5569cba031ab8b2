import { createCanvas } from '@napi-rs/canvas';

/** A stamp in red as a picture, slightly turned; without words it is a round seal. */
export function drawStamp(text: string, turn = -0.03): Buffer {
  const canvas = createCanvas(480, text === '' ? 480 : 200);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.strokeStyle = '#b3202a';
  context.fillStyle = '#b3202a';
  context.lineWidth = 7;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(turn);
  if (text === '') {
    context.beginPath();
    context.arc(0, 0, 220, 0, 2 * Math.PI);
    context.stroke();
  } else {
    context.strokeRect(-220, -75, 440, 150);
    context.font = '600 84px sans-serif';
    context.textAlign = 'center';
    context.fillText(text, 0, 30);
  }
  return canvas.toBuffer('image/png');
}

import { MAX_PICTURE_BYTES } from '../../lib/protocol/limits.ts';

/** Twice as much as the largest avatar, for screens with a double density. */
export const PICTURE_PIXELS = 192;

/** The first is hardly to be told from the original; the others are for what does not fit. */
const QUALITIES = [0.85, 0.7, 0.5, 0.3];

/**
 * Draws the middle of a picture onto a square canvas. All that the file says beside the picture (where, when and with
 * what it was taken) is lost by it.
 */
export function drawSquare(canvas: HTMLCanvasElement, picture: ImageBitmap): void {
  const { width, height } = picture;
  const side = Math.min(width, height);
  canvas.width = PICTURE_PIXELS;
  canvas.height = PICTURE_PIXELS;
  const context = canvas.getContext('2d');
  if (!context) return;
  // A JPEG has nothing to see through.
  context.fillStyle = 'white';
  context.fillRect(0, 0, PICTURE_PIXELS, PICTURE_PIXELS);
  context.imageSmoothingQuality = 'high';
  const from = [(width - side) / 2, (height - side) / 2, side, side] as const;
  context.drawImage(picture, ...from, 0, 0, PICTURE_PIXELS, PICTURE_PIXELS);
}

/** What is on the canvas as a JPEG, in base64, small enough to be sent. */
export async function inBase64(canvas: HTMLCanvasElement): Promise<string> {
  let bytes = new Uint8Array();
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    bytes = new Uint8Array((await blob?.arrayBuffer()) ?? []);
    if (bytes.length <= MAX_PICTURE_BYTES) break;
  }
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

import type { Media, Message } from '#shared/domain/message.ts';

/** What showing the media of a message needs to know of it. */
export type MediaMessage = Pick<Message, 'id' | 'xId' | 'kind' | 'direction' | 'author' | 'at' | 'media'>;

export type MediaBox = ReturnType<typeof toMediaBox>;

const MOST_WIDTH = 360;
const MOST_HEIGHT = 300;
const LEAST_WIDTH = 140;

/** The box of a single image in CSS pixels: its own aspect ratio within limits, 4:3 if X gave no size. */
export function toMediaBox({ width, height }: Pick<Media, 'width' | 'height'>) {
  const [w, h] = width && height && width > 0 && height > 0 ? [width, height] : [4, 3];
  const scale = Math.min(MOST_WIDTH / w, MOST_HEIGHT / h);
  return {
    width: Math.max(LEAST_WIDTH, Math.round(w * scale)),
    aspectRatio: `${w} / ${h}`,
    maxHeight: MOST_HEIGHT,
  };
}

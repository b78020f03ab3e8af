import { GIF_LIMITS } from '#shared/domain/replyFile.ts';
import type { AppError } from '#shared/errors.ts';
import { toShownName } from '../ui/shownName.ts';

type Of<C extends AppError['code']> = AppError & { readonly code: C };

// Rounded away from each other, so that a file just above the limit does not seem to be within it.
export function toSizes({ name, bytes, limit }: Of<'fileTooLarge' | 'textTooLarge'>, language: string) {
  const inMb = (size: number) => Math.ceil((size / 1024 / 1024) * 10) / 10;
  const format = new Intl.NumberFormat(language);
  return { name: toShownName(name), over: format.format(inMb(bytes)), limit: format.format(inMb(limit)) };
}

/** What the words for an animated GIF name: its own values, and the most that X takes. */
export const noSizes = {
  frames: '',
  width: '',
  height: '',
  millions: '',
  mostFrames: '',
  longSide: '',
  shortSide: '',
  mostMillions: '',
};

export function toGifSizes({ name, width, height, frames }: Of<'gifTooLarge'>, language: string) {
  const { format } = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return {
    name: toShownName(name),
    frames: format(frames),
    width: format(width),
    height: format(height),
    millions: format(Math.ceil((width * height * frames) / 100_000) / 10),
    mostFrames: format(GIF_LIMITS.frames),
    longSide: format(GIF_LIMITS.longSide),
    shortSide: format(GIF_LIMITS.shortSide),
    mostMillions: format(GIF_LIMITS.pixels / 1_000_000),
  } satisfies Record<keyof typeof noSizes | 'name', string>;
}

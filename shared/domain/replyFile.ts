import { z } from 'zod';
import type { AppError } from '../errors.ts';
import { countFrames } from '../gif.ts';
import { toMediaType } from '../mediaType.ts';
import { type Size, toPictureSize } from '../pictureSize.ts';
import { err, ok, type Result } from '../result.ts';
import type { Channel } from './reply.ts';

/** What Perch can attach. X also takes videos. */
export const ReplyFileType = z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
export type ReplyFileType = z.infer<typeof ReplyFileType>;

/** The most characters of an alternative text that X takes. */
export const ALT_TEXT_LIMIT = 1_000;

/** A picture that an agent attaches to a reply: which file, and what it shows, for people who cannot see it. */
export const AttachedFile = z.strictObject({
  id: z.string().min(1).max(200),
  altText: z.string().max(ALT_TEXT_LIMIT).default(''),
});
export type AttachedFile = z.output<typeof AttachedFile>;

/** A picture of a draft or reply, kept in the workspace. */
export const ReplyFile = z.object({
  id: z.string(),
  name: z.string(),
  type: ReplyFileType,
  bytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  altText: z.string(),
});
export type ReplyFile = z.infer<typeof ReplyFile>;

const MB = 1024 * 1024;
const PICTURE_LIMIT_BYTES = 5 * MB;
const GIF_LIMIT_BYTES = 15 * MB;

/** The most bytes that any file may have. */
export const FILE_LIMIT_BYTES = GIF_LIMIT_BYTES;

/**
 * The most that X takes of an animated GIF, besides its bytes; the sides either way round, and the pixels of all frames together. More "may
 * fail" when it is posted: https://docs.x.com/x-api/media/quickstart/best-practices#animated-gif-recommendations
 */
export const GIF_LIMITS = { longSide: 1_280, shortSide: 1_080, frames: 350, pixels: 300_000_000 } as const;

/** How many pictures X takes with a message; of GIFs always one, and alone. */
const mostPictures: Readonly<Record<Channel, number>> = { public: 4, dm: 1 };

/** What a file is, by its bytes alone, or why it cannot be attached. */
export function readReplyFile(
  name: string,
  file: Uint8Array,
): Result<Pick<ReplyFile, 'type' | 'bytes' | 'width' | 'height'>, AppError> {
  const found = toMediaType(file);
  const type = ReplyFileType.safeParse(found);
  if (!type.success) return err({ code: 'fileTypeNotSupported', name, type: found });
  const limit = type.data === 'image/gif' ? GIF_LIMIT_BYTES : PICTURE_LIMIT_BYTES;
  if (file.length > limit) return err({ code: 'fileTooLarge', name, bytes: file.length, limit });
  const size = toPictureSize(file);
  if (size === null) return err({ code: 'pictureNotReadable', name });
  const frames = type.data === 'image/gif' ? countFrames(file) : 1;
  if (frames > 1 && exceeds(size, frames)) return err({ code: 'gifTooLarge', name, ...size, frames });
  return ok({ type: type.data, bytes: file.length, ...size });
}

function exceeds({ width, height }: Size, frames: number): boolean {
  const { longSide, shortSide, frames: most, pixels } = GIF_LIMITS;
  const isTooWide = Math.max(width, height) > longSide || Math.min(width, height) > shortSide;
  return isTooWide || frames > most || width * height * frames > pixels;
}

/** Why X would not take these files together on a channel, or null. */
export function findTooMany(files: readonly Pick<ReplyFile, 'type'>[], channel: Channel): AppError | null {
  const hasGif = files.some(({ type }) => type === 'image/gif');
  const limit = hasGif ? 1 : mostPictures[channel];
  return files.length > limit ? { code: 'tooManyFiles', channel, limit, hasGif } : null;
}

import { z } from 'zod';
import { ReplyFile } from '../../domain/replyFile.ts';
import { id } from './inputs.ts';
import { method } from './method.ts';

const name = z.string().min(1).max(255);
/** Base64, as long as one line of standard input may be; a larger file comes in parts. */
const content = z.base64().max(4_000_000);
const fileOfDm = z.strictObject({
  messageId: id,
  /** `url` or `playUrl` of one of its media. */
  url: z.string().max(2_000),
});

/** Pictures that are attached to replies, and the files of private messages, which X hands out only to the account's token. */
export const mediaMethods = {
  'media.get': method(
    'command',
    'Returns the path of a file of a private message; fetches it from X if it is not stored yet. A video is never fetched: it comes from an archive of X.',
    { input: fileOfDm, output: z.object({ file: z.string() }) },
  ),
  'media.stored': method(
    'query',
    'Returns the path of a file of a private message if it is stored; `file` is null if it is not. Nothing is fetched.',
    { input: fileOfDm, output: z.object({ file: z.string().nullable() }) },
  ),
  'media.add': method(
    'command',
    'Stores a picture (PNG, JPEG and WebP up to 5 MB, GIF up to 15 MB, animated ones of at most 350 frames, 1280 × 1080 pixels and 300 million pixels in all) that can be attached to a draft or reply, after checking that X takes it. A picture that nothing needs is deleted a day later.',
    {
      input: z.strictObject({
        name,
        /** The file in base64, or what is left of it after `media.append`. */
        content,
        /** From `media.append`, if a part of the file was sent before. */
        id: id.optional(),
      }),
      output: ReplyFile,
    },
  ),
  'media.append': method(
    'command',
    'Takes the next part of a picture that is too large for one call; `media.add` takes the last one and stores it.',
    {
      input: z.strictObject({
        name,
        content,
        /** From the first call; absent in that. */
        id: id.optional(),
      }),
      output: z.object({ id: z.string(), bytes: z.number().int() }),
    },
  ),
  'media.read': method('query', 'Returns a picture of a draft, or of a reply of the last day, in base64.', {
    input: z.strictObject({ id }),
    output: z.object({ type: z.string(), content: z.string() }),
  }),
} as const;

import { ok } from '#shared/result.ts';
import { findStoredDmFile, getDmMedia } from '../capture/dmMedia.ts';
import { addFile, appendFile, readFile } from '../outbox/addFile.ts';
import type { Handlers } from './handlers.ts';

/** Pictures for replies, and the files of private messages. */
export const mediaHandlers = {
  'media.get': getDmMedia,
  'media.stored': (ctx, input) => ok({ file: findStoredDmFile(ctx, input) }),
  'media.add': addFile,
  'media.append': appendFile,
  'media.read': readFile,
} satisfies Partial<Handlers>;

import { getDmMedia } from '../capture/dmMedia.ts';
import type { Handlers } from './handlers.ts';

/** The files of private messages. */
export const mediaHandlers = {
  'media.get': getDmMedia,
} satisfies Partial<Handlers>;

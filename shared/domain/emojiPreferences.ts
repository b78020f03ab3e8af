import { z } from 'zod';

/** So many of the emoji that were picked last are kept: two rows of the picker. */
export const MOST_RECENT_EMOJI = 16;

/** What a machine keeps of the emoji picker, as part of the preferences. */
export const emojiPreferences = {
  /** The emoji that were picked last, newest first. */
  recentEmoji: z.array(z.string().min(1).max(40)).max(MOST_RECENT_EMOJI),
  /** The skin tone of emoji, from light (1) to dark (5); 0 is none. */
  skinTone: z.number().int().min(0).max(5),
};

/** Those of a new installation. */
export const defaultEmojiPreferences = { recentEmoji: [] as string[], skinTone: 0 };

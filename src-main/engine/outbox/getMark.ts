import { toMark } from '#shared/domain/initials.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { getCurrentAgent, getInitials } from '../store/agents.ts';
import type { Db } from '../store/open.ts';
import { getSettings } from '../store/settings.ts';

/** What the current agent's replies on a channel end with, such as `^AB`; null for nothing. */
export const getMark = (db: Db, channel: Channel): string | null =>
  toMark({ ...getSettings(db), initials: getInitials(db, getCurrentAgent(db)) }, channel);

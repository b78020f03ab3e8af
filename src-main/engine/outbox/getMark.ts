import { toMark } from '#shared/domain/initials.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { type Agent, getCurrentAgent, getInitials } from '../store/agents.ts';
import type { Db } from '../store/open.ts';
import { getSettings } from '../store/settings.ts';

/** What an agent's replies on a channel end with, the current one's if none is given, such as `^AB`; null for nothing. */
export const getMark = (db: Db, channel: Channel, agent: Agent = getCurrentAgent(db)): string | null =>
  toMark({ ...getSettings(db), initials: getInitials(db, agent) }, channel);

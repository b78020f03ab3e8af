import { z } from 'zod';
import { guardSettings } from './guardSettings.ts';
import { Initials } from './initials.ts';
import { OfficeHours } from './officeHours.ts';
import { Channel } from './reply.ts';
import { ReplyLanguage } from './replyLanguage.ts';
import { DueWarningMinutes, TargetMinutes } from './serviceLevel.ts';
import { SpikeSensitivity } from './spike.ts';

/** The most characters of the name of an agent. */
export const MAX_AGENT_NAME = 80;

/** The name of an agent as somebody typed it. */
export const AgentName = z.string().trim().min(1).max(MAX_AGENT_NAME);

/**
 * How often Perch looks up whether posts were deleted or edited on X, which charges each of them as a post read:
 * - `thrifty`: for a tenth of the monthly cap, or 2.50 $ without one; posts of unresolved conversations first;
 * - `daily`: posts of unresolved conversations and of the last 30 days, every day;
 * - `off`: never.
 */
export const DeletionChecks = z.enum(['thrifty', 'daily', 'off']);
export type DeletionChecks = z.infer<typeof DeletionChecks>;

/** The settings of a workspace, kept in its store. */
export const WorkspaceSettings = z.object({
  /** The name of the current agent, who is recorded with every activity. Setting it renames them, in the past too. */
  agentName: AgentName,
  /** The current agent's, which end their replies as `^AB`: those that their name gives until others are set. */
  initials: Initials,
  /** The channels on which replies end with the initials of their agent. They count as part of the text. */
  signedChannels: z.array(Channel).max(2),
  /** How soon a waiting person should get a reply, in minutes: the first target of the standard service level. */
  responseTargetMinutes: TargetMinutes,
  /** A message within this many hours after resolving reopens the conversation; a later one opens a new one. */
  reopenHours: z.number().int().min(0).max(8_760),
  /** How long a reply can be cancelled, in seconds. */
  undoSeconds: z.number().int().min(0).max(120),
  /** Due times count office hours only; null for around the clock. Perch polls more often while the office is open. */
  officeHours: OfficeHours.nullable(),
  /** Whether Perch fetches the posts that quote the account's own posts. X charges each of them as a post read. */
  captureQuotes: z.boolean(),
  deletionChecks: DeletionChecks,
  /** The languages in which the team replies. Others count neither as the language of a customer nor as that of a reply. */
  replyLanguages: z.array(ReplyLanguage).min(1).max(3),
  spikeSensitivity: SpikeSensitivity,
  dueWarningMinutes: DueWarningMinutes,
  ...guardSettings,
});
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

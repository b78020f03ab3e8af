import { z } from 'zod';
import { Channel } from './reply.ts';

/** At most so many service levels besides the standard one. */
export const MAX_SERVICE_LEVELS = 20;

/** How soon a reply should be there, in minutes of office time. */
export const TargetMinutes = z.number().int().min(1).max(10_080);

export const ServiceTargets = z.strictObject({
  /** From the opening of a conversation to the first reply of an agent. */
  firstReplyMinutes: TargetMinutes,
  /** From the oldest message without a reply to the next one; null for the same as for the first. */
  nextReplyMinutes: TargetMinutes.nullable(),
});
export type ServiceTargets = z.infer<typeof ServiceTargets>;

/** What a conversation must meet, all of it, for a level to count. */
const LevelConditions = z
  .strictObject({
    /** The channel on which the person wrote last. */
    channel: Channel.optional(),
    /** It has one of these tags. */
    tagIds: z.array(z.string().min(1).max(200)).min(1).max(20).optional(),
    isVip: z.literal(true).optional(),
  })
  .refine((conditions) => Object.keys(conditions).length > 0, 'names no channel, tag or VIP');
export type LevelConditions = z.infer<typeof LevelConditions>;

/** What a team promises to some of its customers. */
export const ServiceLevel = z.strictObject({
  id: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(60),
  conditions: LevelConditions,
  targets: ServiceTargets,
});
export type ServiceLevel = z.infer<typeof ServiceLevel>;

/** All levels: of `levels` the first counts whose conditions a conversation meets, else `standard`. */
export const ServiceLevels = z.strictObject({
  levels: z.array(ServiceLevel).max(MAX_SERVICE_LEVELS),
  standard: ServiceTargets,
});
export type ServiceLevels = z.infer<typeof ServiceLevels>;

/** Which of the two targets counts for a conversation. */
export const DueReply = z.enum(['first', 'next']);
export type DueReply = z.infer<typeof DueReply>;

/** So many minutes of office time before a target passes, Perch warns; 0 for never. */
export const DueWarningMinutes = z.literal([0, 5, 15, 30]);
export type DueWarningMinutes = z.infer<typeof DueWarningMinutes>;

/** What the conditions of service levels are about. */
export interface LevelFacts {
  readonly channel: Channel | null;
  readonly tagIds: readonly string[];
  readonly isVip: boolean;
}

/** The first level whose conditions are met; null for the standard one. */
export function findServiceLevel(levels: readonly ServiceLevel[], facts: LevelFacts): ServiceLevel | null {
  return levels.find(({ conditions }) => meets(conditions, facts)) ?? null;
}

function meets({ channel, tagIds, isVip }: LevelConditions, facts: LevelFacts): boolean {
  if (channel !== undefined && channel !== facts.channel) return false;
  if (tagIds !== undefined && !tagIds.some((id) => facts.tagIds.includes(id))) return false;
  return isVip === undefined || facts.isVip;
}

/** The target that counts, in minutes of office time. */
export function toTargetMinutes(targets: ServiceTargets, reply: DueReply): number {
  return reply === 'first'
    ? targets.firstReplyMinutes
    : (targets.nextReplyMinutes ?? targets.firstReplyMinutes);
}

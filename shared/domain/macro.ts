import { z } from 'zod';
import { Priority, SettableStatus } from './conversation.ts';
import { Channel } from './reply.ts';

/** At most so many macros; the first nine have a shortcut. */
export const MAX_MACROS = 50;

export const MacroName = z.string().trim().min(1).max(60);

/** What a macro writes: a canned response by its id, or a text with variables. */
export const MacroReply = z.union([
  z.strictObject({ canned: z.string().min(1).max(200) }),
  z.strictObject({ text: z.string().trim().min(1).max(10_000) }),
]);
export type MacroReply = z.infer<typeof MacroReply>;

const shape = {
  name: MacroName,
  reply: MacroReply.nullable(),
  /** The channel of the reply; null for where the person wrote last. */
  channel: Channel.nullable(),
  /** The ids of tags. */
  addTags: z.array(z.string().min(1).max(200)).max(50),
  removeTags: z.array(z.string().min(1).max(200)).max(50),
  status: SettableStatus.nullable(),
  /** For how long the conversation is snoozed, in minutes; null for not at all. */
  snoozeMinutes: z.number().int().min(1).max(525_600).nullable(),
  /** The current agent, nobody, or an agent by their id; null leaves the assignee as it is. */
  assignee: z
    .union([z.enum(['me', 'nobody']), z.strictObject({ agent: z.string().min(1).max(200) })])
    .nullable(),
  /** Absent from what was stored before conversations had priorities. */
  priority: Priority.nullable().default(null),
};

/** What a macro does, apart from its id. */
export const MacroSteps = z.strictObject(shape);
export type MacroSteps = z.infer<typeof MacroSteps>;

/** Several steps on one conversation that are run, and undone, by one key. */
export const Macro = z.strictObject({ id: z.string(), ...shape });
export type Macro = z.infer<typeof Macro>;

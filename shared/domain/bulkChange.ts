import { z } from 'zod';
import { Priority, SettableStatus } from './conversation.ts';
import { AgentName } from './workspaceSettings.ts';

/** One change to many conversations; `type` says which. `read` and `unread` mark all that is in them. */
export const BulkChange = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('status'), status: SettableStatus }),
  z.strictObject({ type: z.literal('assign'), agent: AgentName.nullable() }),
  z.strictObject({ type: z.literal('priority'), priority: Priority }),
  z.strictObject({ type: z.literal('snooze'), until: z.number().int().nullable() }),
  z.strictObject({ type: z.literal('read') }),
  z.strictObject({ type: z.literal('unread') }),
  /** Puts a tag on, by its id, or takes it off. */
  z.strictObject({ type: z.literal('tag'), tag: z.string(), on: z.boolean() }),
]);
export type BulkChange = z.infer<typeof BulkChange>;

/** At most so many conversations are changed at once. */
export const BULK_LIMIT = 1_000;

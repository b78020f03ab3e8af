import { z } from 'zod';
import { Priority } from '../../domain/conversation.ts';
import { Macro, MacroSteps } from '../../domain/macro.ts';
import { GuardCode } from '../../guards.ts';
import { byId, id, none, seenThrough } from './inputs.ts';
import { method } from './method.ts';

/** Several steps on one conversation, run and undone at once. */
export const macrosMethods = {
  'macros.list': method('query', 'Lists the macros in their order; the first nine have a shortcut.', {
    input: none,
    output: z.object({ items: z.array(Macro) }),
  }),
  'macros.create': method(
    'command',
    'Adds a macro at the end. Fails with `invalid` if it does nothing, if it sets a status and snoozes, or if there are 50.',
    { input: MacroSteps, output: Macro },
  ),
  'macros.update': method('command', 'Changes a macro or its position. Fails as `macros.create` does.', {
    input: MacroSteps.partial()
      // The default of a new macro would take the priority out of one that is moved.
      .extend({ id, position: z.number().int().min(0).optional(), priority: Priority.nullable().optional() })
      .strict(),
    output: Macro,
  }),
  'macros.delete': method('command', 'Deletes a macro; what it did stays.', { input: byId, output: none }),
  'macros.run': method(
    'command',
    'Runs all steps of a macro on a conversation in one transaction, or none: its reply is taken into the outbox, and a draft of the agent stays. `bulk.undo` with the returned id takes all of it back, the reply too while it is held. Fails with `unfilledVariable` for variables that Perch does not know and `values` does not name, and as `replies.send`, `conversations.tag`, `conversations.setStatus` and `conversations.snooze` do.',
    {
      input: z.strictObject({
        id,
        conversationId: id,
        values: z.record(z.string().min(1).max(80), z.string().trim().min(1).max(500)).default({}),
        overrule: z.array(GuardCode).max(20).default([]),
        seenThrough,
      }),
      output: z.object({
        /** For `bulk.undo`; absent if nothing changed. */
        bulkId: z.string().optional(),
        outboxId: z.string().optional(),
      }),
    },
  ),
} as const;

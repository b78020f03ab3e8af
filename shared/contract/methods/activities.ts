import { z } from 'zod';
import { byId } from './inputs.ts';
import { method } from './method.ts';

export const activitiesMethods = {
  'activities.undo': method(
    'command',
    'Undoes a change of status, a snooze or its end, an assignment, a priority, a change of tags, of a note or of a canned response, an import of canned responses, the dismissal of a proposal, that a reply was returned or withdrawn from approval, or that a person was made a VIP or is none any more, by the `activityId` that its command returned: what it changed is as before, and everything else as it is. Fails with `notUndone` if that was changed again, if it was undone already, if there is no inverse, or if a message that came since would be hidden.',
    {
      input: byId,
      output: z.object({
        /** Null for what belongs to none. */
        conversationId: z.string().nullable(),
        /** The activity of the undoing. */
        activityId: z.string(),
      }),
    },
  ),
} as const;

import { z } from 'zod';
import { id, none } from './inputs.ts';
import { method } from './method.ts';

/** What agents do on X to single posts. */
export const messagesMethods = {
  'messages.delete': method(
    'command',
    'Deletes a post of the account on X and empties it here. Succeeds if it is gone already; fails with `notFound` if it is no post of the account that X has.',
    { input: z.strictObject({ id }), output: none },
  ),
  'messages.hide': method(
    'command',
    "Hides the reply of somebody else below the account's post on X, or shows it again. It stays here. X refuses it for posts in other threads.",
    { input: z.strictObject({ id, hidden: z.boolean() }), output: none },
  ),
} as const;

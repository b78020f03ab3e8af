import { z } from 'zod';
import { View } from '../../domain/conversation.ts';
import { ConversationFilter } from '../../domain/conversationFilter.ts';
import { MAX_SAVED_VIEWS, SavedView, ViewName } from '../../domain/savedView.ts';
import { ListSort } from '../../domain/viewOrder.ts';
import { byId, id, none } from './inputs.ts';
import { method } from './method.ts';

/** Saved views: filters and orders under a name, for everybody in the workspace. */
export const viewsMethods = {
  'views.list': method('query', 'Lists the saved views in their order.', {
    input: none,
    output: z.object({ items: z.array(SavedView) }),
  }),
  'views.create': method(
    'command',
    `Saves a view after the others. Fails with \`invalid\` beyond ${MAX_SAVED_VIEWS} of them.`,
    {
      input: z.strictObject({
        name: ViewName,
        view: View,
        filter: ConversationFilter.default({}),
        sort: ListSort.nullable().default(null),
      }),
      output: SavedView,
    },
  ),
  'views.update': method(
    'command',
    'Changes what is given of a saved view. `position` moves it to this place in the order, counted from 0; beyond the end it becomes the last.',
    {
      input: z.strictObject({
        id,
        name: ViewName.optional(),
        view: View.optional(),
        filter: ConversationFilter.optional(),
        sort: ListSort.nullable().optional(),
        position: z.number().int().min(0).optional(),
      }),
      output: SavedView,
    },
  ),
  'views.delete': method('command', 'Deletes a saved view; its conversations stay.', {
    input: byId,
    output: none,
  }),
} as const;

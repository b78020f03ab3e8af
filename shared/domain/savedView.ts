import { z } from 'zod';
import { View } from './conversation.ts';
import { ConversationFilter } from './conversationFilter.ts';
import { ListSort } from './viewOrder.ts';

/** The maximum number of characters of a view's name, and of saved views in a workspace. */
export const MAX_VIEW_NAME = 80;
export const MAX_SAVED_VIEWS = 50;

export const ViewName = z.string().trim().min(1).max(MAX_VIEW_NAME);

/** A view with a filter and an order, under a name of its own. Two may have the same name. */
export const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  view: View,
  filter: ConversationFilter,
  /** Null for the usual order of the view. */
  sort: ListSort.nullable(),
});
export type SavedView = z.infer<typeof SavedView>;

import { undoActivity } from '../conversations/undoActivity.ts';
import type { Handlers } from './handlers.ts';

export const activityHandlers = {
  'activities.undo': (ctx, { id }) => undoActivity(ctx, id),
} satisfies Partial<Handlers>;

import { z } from 'zod';

/**
 * What the window shows of a workspace, so that the next start can show it again. The names are checked by the window only:
 * another version may have other screens and views.
 */
export const Place = z.object({
  screen: z.string().max(100),
  view: z.string().max(100),
  /** The id of the saved view that is open; absent for none. `view` is the one that it filters. */
  savedView: z.string().max(200).optional(),
  /** What is chosen on the screen of reports; absent for what it shows at first. */
  report: z.record(z.string().max(100), z.string().max(100)).optional(),
  conversationId: z.string().max(200).nullable(),
  /** The pane that stays in a window with room for one. */
  front: z.enum(['list', 'conversation']),
});
export type Place = z.infer<typeof Place>;

/** What the window showed last of each workspace, by its id. */
export const Places = z.record(z.string(), Place);
export type Places = z.infer<typeof Places>;

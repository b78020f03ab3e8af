import { MAX_SAVED_VIEWS } from '#shared/domain/savedView.ts';
import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { changeSavedViews } from '../conversations/changeSavedViews.ts';
import { listSavedViews } from '../store/savedViews.ts';
import type { Handlers } from './handlers.ts';

/** Saved views. */
export const viewHandlers = {
  'views.list': ({ db }) => ok({ items: listSavedViews(db) }),

  'views.create': (ctx, given) =>
    changeSavedViews(ctx, (views) => {
      if (views.length >= MAX_SAVED_VIEWS) {
        return err({ code: 'invalid', path: 'name', reason: `there are ${MAX_SAVED_VIEWS} saved views` });
      }
      const created = { id: ctx.newId(), ...given };
      return ok({ views: [...views, created], output: created });
    }),

  'views.update': (ctx, { id, position, ...given }) =>
    changeSavedViews(ctx, (views) => {
      const at = views.findIndex((view) => view.id === id);
      const before = views[at];
      if (!before) return err({ code: 'notFound', what: 'savedView', id });
      const updated = { ...before, ...withoutUndefined(given) };
      const others = views.toSpliced(at, 1);
      return ok({ views: others.toSpliced(position ?? at, 0, updated), output: updated });
    }),

  'views.delete': (ctx, { id }) =>
    changeSavedViews(ctx, (views) => {
      const others = views.filter((view) => view.id !== id);
      if (others.length === views.length) return err({ code: 'notFound', what: 'savedView', id });
      return ok({ views: others, output: {} });
    }),
} satisfies Partial<Handlers>;

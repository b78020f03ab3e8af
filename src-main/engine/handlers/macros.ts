import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { changeMacros } from '../macros/changeMacros.ts';
import { runMacro } from '../macros/runMacro.ts';
import { listMacros } from '../store/macros.ts';
import type { Handlers } from './handlers.ts';

/** Several steps on one conversation, run and undone at once. */
export const macroHandlers = {
  'macros.list': ({ db }) => ok({ items: listMacros(db) }),

  'macros.create': (ctx, steps) =>
    changeMacros(ctx, (macros) => {
      const created = { id: ctx.newId(), ...steps };
      return ok({ macros: [...macros, created], output: created });
    }),

  'macros.update': (ctx, { id, position, ...given }) =>
    changeMacros(ctx, (macros) => {
      const at = macros.findIndex((macro) => macro.id === id);
      const before = macros[at];
      if (!before) return err({ code: 'notFound', what: 'macro', id });
      const updated = { ...before, ...withoutUndefined(given) };
      return ok({ macros: macros.toSpliced(at, 1).toSpliced(position ?? at, 0, updated), output: updated });
    }),

  'macros.delete': (ctx, { id }) =>
    changeMacros(ctx, (macros) => {
      const others = macros.filter((macro) => macro.id !== id);
      if (others.length === macros.length) return err({ code: 'notFound', what: 'macro', id });
      return ok({ macros: others, output: {} });
    }),

  'macros.run': runMacro,
} satisfies Partial<Handlers>;

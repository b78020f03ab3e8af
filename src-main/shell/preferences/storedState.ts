import { z } from 'zod';
import { defaultShellSettings, ShellSettings } from '#shared/contract/shell.ts';

/** Where the window stood, in screen pixels; the size is that of the window when it is not maximised. */
export const WindowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximised: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

/** All that the shell remembers of this machine; never a secret. */
export interface StoredState {
  readonly settings: ShellSettings;
  readonly window: WindowPlace | null;
  /** `demo`, the id of an account, or null for the first screen. */
  readonly lastOpened: string | null;
}

/** What holds before anybody has set anything. */
export const defaultState: StoredState = {
  settings: defaultShellSettings,
  window: null,
  lastOpened: null,
};

/** Reads what was stored. A part that cannot be read is as at first, and then `damaged` says so. */
export function toStoredState(stored: unknown): { readonly state: StoredState; readonly damaged: boolean } {
  const whole = z.record(z.string(), z.unknown()).safeParse(stored);
  const facts = whole.data ?? {};
  const window = part(WindowPlace.nullable(), facts.window, defaultState.window);
  const lastOpened = part(z.string().nullable(), facts.lastOpened, defaultState.lastOpened);
  const settings = toSettings(facts.settings);
  return {
    state: {
      settings: settings.value,
      window: window.value,
      lastOpened: lastOpened.value,
    },
    damaged: [settings, window, lastOpened, { damaged: !whole.success }].some((it) => it.damaged),
  };
}

function toSettings(stored: unknown) {
  const given = z.record(z.string(), z.unknown()).safeParse(stored ?? {});
  // A setting that an older version did not know is no damage.
  const whole = ShellSettings.safeParse({ ...defaultState.settings, ...given.data });
  if (given.success && whole.success) return { value: whole.data, damaged: false };
  const good = Object.entries(given.data ?? {}).filter(
    ([name, value]) =>
      ShellSettings.partial()
        .strict()
        .safeParse({ [name]: value }).success,
  );
  return {
    value: ShellSettings.parse({ ...defaultState.settings, ...Object.fromEntries(good) }),
    damaged: true,
  };
}

function part<T>(schema: z.ZodType<T>, stored: unknown, fallback: T) {
  const parsed = schema.safeParse(stored);
  return parsed.success
    ? { value: parsed.data, damaged: false }
    : { value: fallback, damaged: stored !== undefined };
}

import { z } from 'zod';
import { defaultPreferences, Preferences } from '#shared/contract/shell.ts';
import { Places } from '#shared/domain/place.ts';

/** The window's position in screen pixels, and its size when it is not maximised. */
export const WindowPlacement = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximised: z.boolean(),
});
export type WindowPlacement = z.infer<typeof WindowPlacement>;

/** How an account was logged in last. The client id of an OAuth app is public; tokens are never here. */
const LastLogin = z.discriminatedUnion('by', [
  z.object({ by: z.literal('browser'), clientId: z.string() }),
  z.object({ by: z.literal('token') }),
]);
export type LastLogin = z.infer<typeof LastLogin>;
const LastLogins = z.record(z.string(), LastLogin);

const Parts = z.record(z.string(), z.unknown());
const StoredPlacement = WindowPlacement.nullable();
const StoredPath = z.string().nullable();
const SomePreferences = Preferences.partial().strict();
type LastLogins = z.infer<typeof LastLogins>;

/** What the shell remembers on this machine; never a secret. */
export interface StoredState {
  readonly preferences: Preferences;
  /** Null before the first window was closed. */
  readonly window: WindowPlacement | null;
  /** The workspace to open at the next start: `demo`, the id of an account, or null for the first screen. */
  readonly lastOpened: string | null;
  readonly places: Places;
  /** By the id of the account's workspace. They outlive the login itself, so that logging in again needs no client id. */
  readonly lastLogins: LastLogins;
}

/** The state of a new installation. */
export const defaultState: StoredState = {
  preferences: defaultPreferences,
  window: null,
  lastOpened: null,
  places: {},
  lastLogins: {},
};

/** The JSON of `settings.json`. The preferences have the key `settings`, which every version can read. */
export interface StateFile {
  readonly settings: Preferences;
  readonly window: WindowPlacement | null;
  readonly lastOpened: string | null;
  readonly places: Places;
  readonly lastLogins: LastLogins;
}

/** The state as it is written to disk. */
export function toStateFile({ preferences, ...others }: StoredState): StateFile {
  return { settings: preferences, ...others };
}

/**
 * The state of a parsed `settings.json`. Missing parts get their defaults; invalid ones too, and then `damaged` is true.
 * Preferences are checked one by one, so that one invalid preference does not reset the others.
 */
export function fromStateFile(stored: unknown): { readonly state: StoredState; readonly damaged: boolean } {
  const file = Parts.safeParse(stored);
  const parts = file.data ?? {};
  const window = parsePart(StoredPlacement, parts.window, defaultState.window);
  const lastOpened = parsePart(StoredPath, parts.lastOpened, defaultState.lastOpened);
  const places = parsePart(Places, parts.places, defaultState.places);
  const lastLogins = parsePart(LastLogins, parts.lastLogins, defaultState.lastLogins);
  const preferences = parsePreferences(parts.settings);
  return {
    state: {
      preferences: preferences.value,
      window: window.value,
      lastOpened: lastOpened.value,
      places: places.value,
      lastLogins: lastLogins.value,
    },
    damaged:
      !file.success || [preferences, window, lastOpened, places, lastLogins].some(({ damaged }) => damaged),
  };
}

function parsePreferences(stored: unknown) {
  const given = Parts.safeParse(stored ?? {});
  // A file of an older version lacks newer preferences; that is no damage.
  const all = Preferences.safeParse({ ...defaultPreferences, ...given.data });
  if (given.success && all.success) return { value: all.data, damaged: false };
  const valid = Object.entries(given.data ?? {}).filter(
    ([name, value]) => SomePreferences.safeParse({ [name]: value }).success,
  );
  return {
    value: Preferences.parse({ ...defaultPreferences, ...Object.fromEntries(valid) }),
    damaged: true,
  };
}

function parsePart<T>(schema: z.ZodType<T>, stored: unknown, fallback: T) {
  const parsed = schema.safeParse(stored);
  return parsed.success
    ? { value: parsed.data, damaged: false }
    : { value: fallback, damaged: stored !== undefined };
}

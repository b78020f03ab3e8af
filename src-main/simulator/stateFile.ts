import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TokenStore } from './oauth/tokenStore.ts';
import type { DirectMessage, Person, Photo, Post } from './world/model.ts';
import { indexHandles, type Pending, type World } from './world/world.ts';

const FORMAT = 1;

interface SavedState {
  readonly format: number;
  readonly savedAt: number;
  readonly accountId: string;
  readonly startedAt: number;
  readonly people: readonly Person[];
  readonly posts: readonly Post[];
  readonly messages: readonly DirectMessage[];
  readonly photos: readonly Photo[];
  readonly postIdByRef: readonly [string, string][];
  readonly reactionsUsed: readonly [string, number][];
  readonly pending: readonly Pending[];
  readonly tokens: {
    readonly access: readonly [
      string,
      TokenStore['access'] extends Map<string, infer Value> ? Value : never,
    ][];
    readonly refresh: readonly [
      string,
      TokenStore['refresh'] extends Map<string, infer Value> ? Value : never,
    ][];
  };
}

/** Writes the world and its tokens to `path`; a crash leaves the old file or the new one, never half of it. */
export function writeState(path: string, world: World, tokens: TokenStore, now: number): void {
  const state: SavedState = {
    format: FORMAT,
    savedAt: now,
    accountId: world.accountId,
    startedAt: world.startedAt,
    people: [...world.people.values()],
    posts: [...world.posts.values()],
    messages: [...world.messages.values()],
    photos: [...world.photos.values()],
    postIdByRef: [...world.postIdByRef],
    reactionsUsed: [...world.reactionsUsed],
    pending: world.pending,
    tokens: { access: [...tokens.access], refresh: [...tokens.refresh] },
  };
  // It holds tokens.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/**
 * The world that was written to `path`, its tokens put into `tokens`; null when there is no such file, or only a damaged
 * one, which is set aside as `<path>.damaged`. What was still to come is put off by the time the simulator was away.
 */
export function readState(path: string, tokens: TokenStore, now: number): World | null {
  const state = readSaved(path);
  if (!state) return null;
  const awayMs = Math.max(0, now - state.savedAt);
  for (const [name, token] of state.tokens.access) tokens.access.set(name, token);
  for (const [name, token] of state.tokens.refresh) tokens.refresh.set(name, token);
  return {
    accountId: state.accountId,
    startedAt: state.startedAt,
    people: byId(state.people),
    personIdByHandle: indexHandles(state.people),
    posts: byId(state.posts),
    messages: byId(state.messages),
    photos: new Map(state.photos.map((photo) => [photo.key, photo])),
    postIdByRef: new Map(state.postIdByRef),
    reactionsUsed: new Map(state.reactionsUsed),
    pending: state.pending.map(({ dueAt, happening }) => ({ dueAt: dueAt + awayMs, happening })),
    revision: 0,
  };
}

function readSaved(path: string): SavedState | null {
  if (!existsSync(path)) return null;
  const state = toSaved(readFileSync(path, 'utf8'));
  if (!state) {
    renameSync(path, `${path}.damaged`);
    process.stderr.write(
      `simulator: ${path} is damaged; it is kept as ${path}.damaged, and the world begins anew\n`,
    );
    return null;
  }
  if (state.format !== FORMAT)
    throw new Error(`${path} has the format ${state.format}; this simulator reads ${FORMAT}.`);
  return state;
}

function toSaved(text: string): SavedState | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

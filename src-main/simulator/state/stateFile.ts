import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DirectMessage, Person, Photo, Post, WorldEvent } from '../world/model.ts';
import type { Upload } from '../world/uploads.ts';
import { indexHandles, type World } from '../world/world.ts';
import type { TokenStore } from './tokenStore.ts';

const FORMAT = 1;

type Entries<M> = M extends Map<infer Key, infer Value> ? readonly (readonly [Key, Value])[] : never;

/** The JSON of a state file. Its keys are part of the format: changing one means a new `FORMAT`. */
interface SavedState {
  readonly format: number;
  readonly savedAt: number;
  readonly accountId: string;
  readonly startedAt: number;
  readonly people: readonly Person[];
  readonly posts: readonly Post[];
  readonly messages: readonly DirectMessage[];
  readonly photos: readonly Photo[];
  readonly postIdByRef: Entries<World['postIdByRef']>;
  readonly reactionsUsed: Entries<World['reactionsUsed']>;
  /** Absent in files of earlier versions. */
  readonly moderated?: readonly string[];
  /** Absent in files of earlier versions. */
  readonly uploads?: readonly Upload[];
  /** The scheduled events. */
  readonly pending: readonly { readonly dueAt: number; readonly happening: WorldEvent }[];
  readonly tokens: {
    readonly access: Entries<TokenStore['access']>;
    readonly refresh: Entries<TokenStore['refresh']>;
  };
}

/**
 * Saves the world and its tokens to `path`, readable by its owner only. The file is replaced atomically: after a crash it
 * is the old one or the new one. Throws if the disk refuses.
 */
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
    moderated: [...world.moderated],
    uploads: [...world.uploads.values()],
    pending: world.scheduled.map(({ dueAt, event }) => ({ dueAt, happening: event })),
    tokens: { access: [...tokens.access], refresh: [...tokens.refresh] },
  };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/**
 * Restores the world saved in `path`, and its tokens into `tokens`. Returns null if there is no file, or if it is
 * damaged; a damaged file is renamed to `<path>.damaged`. Scheduled events are postponed by the time the simulator did
 * not run. Throws if the file has another format.
 */
export function readState(path: string, tokens: TokenStore, now: number): World | null {
  const state = readSaved(path);
  if (!state) return null;
  const downtimeMs = Math.max(0, now - state.savedAt);
  for (const [name, token] of state.tokens.access) tokens.access.set(name, token);
  for (const [name, token] of state.tokens.refresh) tokens.refresh.set(name, token);
  return {
    accountId: state.accountId,
    startedAt: state.startedAt,
    people: indexById(state.people),
    personIdByHandle: indexHandles(state.people),
    posts: indexById(state.posts),
    messages: indexById(state.messages),
    photos: new Map(state.photos.map((photo) => [photo.key, photo])),
    postIdByRef: new Map(state.postIdByRef),
    reactionsUsed: new Map(state.reactionsUsed),
    moderated: new Set(state.moderated),
    uploads: indexById(state.uploads ?? []),
    scheduled: state.pending.map(({ dueAt, happening }) => ({ dueAt: dueAt + downtimeMs, event: happening })),
    revision: 0,
  };
}

function readSaved(path: string): SavedState | null {
  if (!existsSync(path)) return null;
  const state = parseSaved(readFileSync(path, 'utf8'));
  if (!state) {
    renameSync(path, `${path}.damaged`);
    process.stderr.write(
      `simulator: ${path} is damaged; renamed it to ${path}.damaged and started the scenario afresh\n`,
    );
    return null;
  }
  if (state.format !== FORMAT)
    throw new Error(`${path} has format ${state.format}; this simulator reads format ${FORMAT}.`);
  return state;
}

function parseSaved(text: string): SavedState | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function indexById<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageDimensionsFromData } from 'image-dimensions';
import { nextIdAt } from '../base/ids.ts';
import type { Photo } from './model.ts';
import type { World } from './world.ts';

const MB = 1024 * 1024;
const DAY_MS = 86_400_000;
const CHECK_AFTER_MS = 1_000;

/** The kinds of files that X takes, and how large each may be. */
export const UPLOAD_LIMITS = {
  tweet_image: 5 * MB,
  dm_image: 5 * MB,
  tweet_gif: 15 * MB,
  dm_gif: 15 * MB,
  tweet_video: 512 * MB,
  dm_video: 512 * MB,
} as const;
export type UploadCategory = keyof typeof UPLOAD_LIMITS;

/** A file that the account uploads or has uploaded; nobody else can use it. */
export interface Upload {
  readonly id: string;
  readonly category: UploadCategory;
  readonly type: string;
  readonly totalBytes: number;
  /** When it can no longer be attached. */
  readonly expiresAt: number;
  /** Until when it is processed; null before it is finalized. */
  processedAt: number | null;
  /** Processing fails, which is told only when it ends. */
  fails: boolean;
  altText: string;
  width: number;
  height: number;
}

/** The bytes of uploads. */
export interface UploadedBytes {
  /** The segments of an unfinished upload by their indexes, by its id. A restart forgets them. */
  readonly segments: Map<string, Map<number, Buffer>>;
  put(id: string, file: Buffer): void;
  get(id: string): Buffer | null;
}

/** Keeps the bytes of complete uploads in a folder, or in memory with null. */
export function createUploadedBytes(folder: string | null): UploadedBytes {
  const files = new Map<string, Buffer>();
  return {
    segments: new Map(),
    put: (id, file) => {
      if (folder === null) files.set(id, file);
      else {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(join(folder, id), file, { mode: 0o600 });
      }
    },
    get: (id) => {
      const path = folder === null ? null : join(folder, id);
      return path !== null && existsSync(path) ? readFileSync(path) : (files.get(id) ?? null);
    },
  };
}

/** Begins an upload. */
export function beginUpload(
  world: World,
  facts: Pick<Upload, 'category' | 'type' | 'totalBytes'>,
  now: number,
): Upload {
  const id = nextIdAt(now, (candidate) => world.uploads.has(candidate));
  const state = { processedAt: null, fails: false, altText: '', width: 0, height: 0 };
  const upload: Upload = { ...facts, ...state, id, expiresAt: now + DAY_MS };
  world.uploads.set(id, upload);
  world.revision += 1;
  return upload;
}

/** The upload with this id; null if there is none, or not any more. */
export function getUpload(world: World, id: string, now: number): Upload | null {
  const upload = world.uploads.get(id);
  return upload && upload.expiresAt > now ? upload : null;
}

/** Begins to process a file that is complete. Pictures are ready at once, as on X. */
export function processUpload(world: World, upload: Upload, file: Buffer, now: number): void {
  const size = imageDimensionsFromData(file);
  upload.width = size?.width ?? 0;
  upload.height = size?.height ?? 0;
  upload.processedAt = upload.category.endsWith('_image') ? now : now + 2 * CHECK_AFTER_MS;
  world.revision += 1;
}

/** What X says about the processing of a finalized upload; null for what needs none. */
export function toProcessingInfo(upload: Upload, now: number): object | null {
  const { processedAt, fails, category } = upload;
  if (processedAt === null || (category.endsWith('_image') && !fails)) return null;
  const leftMs = processedAt - now;
  if (leftMs <= 0 && fails)
    return { state: 'failed', error: { code: 1, name: 'InvalidMedia', message: 'Unsupported file format' } };
  if (leftMs <= 0) return { state: 'succeeded', progress_percent: 100 };
  const state = leftMs > CHECK_AFTER_MS ? 'pending' : 'in_progress';
  return {
    state,
    check_after_secs: CHECK_AFTER_MS / 1_000,
    progress_percent: leftMs > CHECK_AFTER_MS ? 0 : 50,
  };
}

/** Whether an upload can be attached now. */
export const isReady = ({ processedAt, fails }: Upload, now: number): boolean =>
  processedAt !== null && processedAt <= now && !fails;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** The picture that an upload becomes in a post or message. */
export function toPhoto({ id, category, type, width, height, altText }: Upload): Photo {
  const isGif = category.endsWith('_gif');
  return {
    key: `${isGif ? 16 : 3}_${id}`,
    type: isGif ? 'animated_gif' : 'photo',
    file: `upload-${id}.${EXTENSIONS[type] ?? 'mp4'}`,
    width,
    height,
    altText,
  };
}

/** The bytes of the uploaded file with this name; null for any other name. */
export function getUploadedFile(uploaded: UploadedBytes, name: string): Buffer | null {
  const [, id] = /^upload-(\d+)\.\w+$/.exec(name) ?? [];
  return id === undefined ? null : uploaded.get(id);
}

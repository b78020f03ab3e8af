import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { toMediaAddress } from '#shared/domain/mediaAddress.ts';
import { copyPicture, savePicture } from '#shell/media/keepPicture.ts';
import type { MediaCache } from '#shell/media/mediaCache.ts';
import { serveMedia } from '#shell/media/serveMedia.ts';
import { toGif, toJpeg, toPng, toWebp } from '../../support/pictures.ts';

const onX = 'https://pbs.twimg.com/media/a.png';
const address = toMediaAddress(onX);
const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypisom0000')]);

let dir: string;
let file: Buffer | null;
let asked: { readonly name: string; readonly extension: string }[];
let copied: Buffer[];
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'perch-keep-'));
  file = toPng(3, 2);
  asked = [];
  copied = [];
});

const cache = (): MediaCache => ({
  get: async (url: string) => (url === onX ? file : null),
  put: async () => {},
  prune: async () => {},
});

/** Reads as the page does, from a cache only. */
const read = (from: string) =>
  serveMedia(
    {
      fetch: async () => new Response(null, { status: 404 }),
      record: () => {},
      cache: cache(),
      isAllowed: () => true,
      mayFetch: () => true,
      simulatorOrigin: () => null,
      getPrivateFile: async () => null,
    },
    from,
  );

const save = (from = address, folder: string | null = dir) =>
  savePicture(
    {
      read,
      choose: async (name, { extension }) => {
        asked.push({ name, extension });
        return folder === null ? null : path.join(folder, `${name}.${extension}`);
      },
    },
    { address: from, name: 'Anna 2026-11-27' },
  );

const copy = (from = address, isTaken = true) =>
  copyPicture(
    {
      read,
      copy: async (picture) => {
        if (isTaken) copied.push(picture);
        return isTaken;
      },
    },
    from,
  );

describe('saving a picture', () => {
  it.each([
    ['png', toPng(3, 2)],
    ['jpg', toJpeg(3, 2)],
    ['gif', toGif([3, 2])],
    ['webp', toWebp(3, 2)],
  ] as const)('writes its bytes under the extension of its content: %s', async (extension, bytes) => {
    file = bytes;
    expect(await save()).toEqual({ savedAs: `Anna 2026-11-27.${extension}` });
    expect(readFileSync(path.join(dir, `Anna 2026-11-27.${extension}`))).toEqual(bytes);
  });

  it('does nothing if the dialog is cancelled', async () => {
    expect(await save(address, null)).toEqual({});
    expect(asked).toHaveLength(1);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('says which file a failing disk refused', async () => {
    const error = { code: 'fileNotSaved', file: path.join(dir, 'gone', 'Anna 2026-11-27.png') };
    expect(await save(address, path.join(dir, 'gone'))).toMatchObject({ error });
  });
});

describe.each([
  ['saving', save],
  ['copying', copy],
] as const)('%s refuses', (_name, keep) => {
  it.each(['file:///etc/passwd', 'https://pbs.twimg.com/media/a.png', 'media://y/?url=x', ''])(
    'what is no media address: %s',
    async (from) => {
      expect(await keep(from)).toMatchObject({ error: { code: 'invalid', path: 'address' } });
    },
  );

  it.each(['https://example.com/a.png', 'file:///etc/passwd', 'http://127.0.0.1:9/media/a.png'])(
    'an address that the page may not show: %s',
    async (url) => {
      expect(await keep(toMediaAddress(url))).toMatchObject({ error: { code: 'invalid', path: 'address' } });
    },
  );

  it('a video', async () => {
    file = mp4;
    expect(await keep()).toEqual({ error: { code: 'invalid', path: 'address', reason: 'notAPicture' } });
  });

  it.each([
    ['is not there', null],
    ['is something else', Buffer.from('<script>')],
    ['cannot be decoded', toPng(14_700, 14_700)],
  ])('a picture that %s', async (_what, bytes) => {
    file = bytes;
    expect(await keep()).toEqual({ error: { code: 'pictureNotLoaded' } });
    expect([asked, copied, readdirSync(dir)]).toEqual([[], [], []]);
  });
});

describe('copying a picture', () => {
  it('puts its bytes on the clipboard', async () => {
    expect(await copy()).toEqual({});
    expect(copied).toEqual([file]);
  });

  it('says so if the system does not take it', async () => {
    expect(await copy(address, false)).toEqual({ error: { code: 'pictureNotCopied' } });
  });
});

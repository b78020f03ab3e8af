import type { NativeImage } from 'electron';
import { expect, test } from 'vitest';
import { type ClipboardSystem, putOnClipboard } from '#shell/media/pictureClipboard.ts';

const picture = Buffer.from('a picture');
const toImage = (isEmpty: boolean) =>
  ({ isEmpty: () => isEmpty, toPNG: () => Buffer.from('png') }) as Partial<NativeImage> as NativeImage;
const nativeImage = { createFromBuffer: () => toImage(false) };

class Item {
  readonly items: Readonly<Record<string, Blob>>;
  constructor(items: Readonly<Record<string, Blob>>) {
    this.items = items;
  }
}
const ClipboardItem = Item as unknown as NonNullable<ClipboardSystem['ClipboardItem']>;

test('gives the clipboard of Electron 45 a PNG', async () => {
  const written: Item[] = [];
  const write = async (items: readonly unknown[]) => void written.push(...(items as Item[]));
  expect(await putOnClipboard({ clipboard: { write }, ClipboardItem, nativeImage }, picture)).toBe(true);
  const blob = written[0]?.items['image/png'];
  expect([blob?.type, await blob?.text()]).toEqual(['image/png', 'png']);
});

test('gives an older clipboard the image', async () => {
  const written: NativeImage[] = [];
  const clipboard = { writeImage: (image: NativeImage) => void written.push(image) };
  expect(await putOnClipboard({ clipboard, nativeImage }, picture)).toBe(true);
  expect(written).toHaveLength(1);
});

test.each([
  ['cannot decode it', { clipboard: {}, nativeImage: { createFromBuffer: () => toImage(true) } }],
  ['knows no way', { clipboard: {}, nativeImage }],
  ['refuses', { clipboard: { write: () => Promise.reject(new Error('busy')) }, ClipboardItem, nativeImage }],
])('is false if the system %s', async (_what, system: ClipboardSystem) => {
  expect(await putOnClipboard(system, picture)).toBe(false);
});

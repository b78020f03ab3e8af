import type { NativeImage } from 'electron';

/** The clipboard of Electron 45. Older ones, such as that of the tests' runtime, take an image at once. */
export interface ClipboardSystem {
  readonly clipboard: {
    readonly write?: (items: Electron.ClipboardItem[]) => Promise<void>;
    readonly writeImage?: (image: NativeImage) => void;
  };
  readonly ClipboardItem?: typeof Electron.ClipboardItem;
  readonly nativeImage: { readonly createFromBuffer: (picture: Buffer) => NativeImage };
}

/**
 * Puts a picture on the clipboard, decoded, so that nothing else that its file holds comes along; false if the system cannot decode
 * it or refuses.
 */
export async function putOnClipboard(system: ClipboardSystem, picture: Buffer): Promise<boolean> {
  const { clipboard, ClipboardItem } = system;
  const image = system.nativeImage.createFromBuffer(picture);
  if (image.isEmpty()) return false;
  if (clipboard.writeImage) {
    clipboard.writeImage(image);
    return true;
  }
  if (!clipboard.write || !ClipboardItem) return false;
  const blob = new Blob([new Uint8Array(image.toPNG())], { type: 'image/png' });
  return await clipboard.write([new ClipboardItem({ 'image/png': blob })]).then(
    () => true,
    () => false,
  );
}

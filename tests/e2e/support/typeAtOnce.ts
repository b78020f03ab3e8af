import type { Page } from 'playwright-core';

interface Press {
  readonly key: string;
  readonly code: string;
  readonly windowsVirtualKeyCode: number;
  /** What the press types. */
  readonly text?: string;
  readonly modifiers?: number;
}

const named: Readonly<Record<string, Press>> = {
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Escape: { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 },
  ArrowDown: { key: 'ArrowDown', code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  'Mod+k': { key: 'k', code: 'KeyK', windowsVirtualKeyCode: 75, modifiers: 2 },
};

/**
 * Presses keys without a pause, as on a window that is busy while somebody types: each is there before the last has been drawn. A key
 * is a character or one of those above.
 */
export async function typeAtOnce(page: Page, keys: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const presses = keys.map((key) => named[key] ?? toPress(key));
  await Promise.all(
    presses.flatMap((press) => [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press, text: '' }),
    ]),
  );
  await session.detach();
}

function toPress(key: string): Press {
  const place = key.toUpperCase();
  const code = place === '/' ? 'Slash' : key === ' ' ? 'Space' : `Key${place}`;
  return { key, code, windowsVirtualKeyCode: place.charCodeAt(0), text: key };
}

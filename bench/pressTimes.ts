import type { Page } from 'playwright-core';

/**
 * Presses a key and returns the times in milliseconds from it to the end of the first frame in which each of these conditions,
 * which are expressions of the page, is true.
 */
export async function pressTimes(page: Page, key: string, conditions: readonly string[]): Promise<number[]> {
  await page.evaluate(timeTo);
  // Awaited, because the window may get the key before what was sent to it earlier.
  await page.evaluate(
    `window.times = [${conditions.map((each) => `timeTo(() => ${each})`).join()}]; undefined`,
  );
  await page.keyboard.press(key);
  return page.evaluate<number[]>('Promise.all(window.times)');
}

/** Runs in the page: resolves to the time from the next key press to the end of the first frame in which `isThere` is true. */
const timeTo = `
  window.timeTo = (isThere) => new Promise((resolve) => {
    let pressedAt = 0;
    const onKey = (event) => {
      if (event.key === 'Control') return;
      pressedAt = event.timeStamp;
      document.removeEventListener('keydown', onKey, { capture: true });
    };
    document.addEventListener('keydown', onKey, { capture: true });
    const painted = new MessageChannel();
    painted.port1.onmessage = () => resolve(performance.now() - pressedAt);
    const observer = new MutationObserver(() => {
      if (pressedAt === 0 || !isThere()) return;
      observer.disconnect();
      requestAnimationFrame(() => painted.port2.postMessage(null));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
`;

import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/** A busy machine may take longer than the second that waiting for an element takes by itself. */
configure({ asyncUtilTimeout: 4_000 });

/** jsdom lays nothing out: every element counts as 800 by 600, so that virtual lists draw rows. */
const size = { width: 800, height: 600 };

class InstantResizeObserver implements ResizeObserver {
  readonly #callback: ResizeObserverCallback;

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback;
  }

  observe(target: Element): void {
    const box = [{ inlineSize: size.width, blockSize: size.height }];
    const entry = { target, contentRect: target.getBoundingClientRect(), borderBoxSize: box };
    this.#callback([entry as unknown as ResizeObserverEntry], this);
  }

  unobserve(): void {}

  disconnect(): void {}
}

globalThis.ResizeObserver ??= InstantResizeObserver;
Object.defineProperties(HTMLElement.prototype, {
  offsetWidth: { configurable: true, get: () => size.width },
  offsetHeight: { configurable: true, get: () => size.height },
  clientWidth: { configurable: true, get: () => size.width },
  clientHeight: { configurable: true, get: () => size.height },
});
Element.prototype.scrollTo ??= () => {};
Element.prototype.scrollIntoView ??= () => {};
Element.prototype.getAnimations ??= () => [];

afterEach(cleanup);

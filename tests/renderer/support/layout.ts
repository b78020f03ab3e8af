import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/** jsdom has no layout: every element is 800 by 600 pixels, so that virtual lists render rows. */
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

import { createRequire } from 'node:module';
import { configure } from '@testing-library/react';

// Waiting ends with what is waited for; this only bounds it, for a machine on which a first render takes many seconds.
configure({ asyncUtilTimeout: 30_000 });

// React draws what is deferred, such as a conversation, in slices of 5 ms. Between two of them a waiting test searches the page again,
// which takes a hundred times as long on a busy machine, so that drawing came to an end after minutes. Slices of a second do not.
const requireOfReact = createRequire(createRequire(import.meta.url).resolve('react-dom'));
requireOfReact('scheduler').unstable_forceFrameRate(1);

/** jsdom draws nothing, so everything is in sight. */
globalThis.IntersectionObserver = class {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  readonly #report: IntersectionObserverCallback;
  constructor(report: IntersectionObserverCallback) {
    this.#report = report;
  }
  observe(): void {
    const entry = { isIntersecting: true } as IntersectionObserverEntry;
    queueMicrotask(() => this.#report([entry], this));
  }
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }
};

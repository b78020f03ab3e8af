import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import type { Row } from '../table.ts';
import { toMb } from '../table.ts';
import { ask, type Cost, costOf } from './watch.ts';

interface Account {
  readonly id: string;
  readonly handle: string;
}

const LONG = { timeout: 1_800_000 };
const TYPING_MS = 90;
const QUIET_MS = 600;

/** The real window of the benchmark. */
export class BenchWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly #pictures: string | undefined;
  readonly #rows: Row[] = [];

  constructor(app: ElectronApplication, page: Page, pictures: string | undefined) {
    this.app = app;
    this.page = page;
    this.#pictures = pictures;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** Measures a step; prints its row at once, since later ones may take long or fail. */
  async step(what: string, target: string, work: () => Promise<number | undefined>): Promise<void> {
    try {
      const cost = await costOf(this.app, this.page, work);
      this.#rows.push([what, toText(cost), target]);
    } catch (error) {
      this.#rows.push([what, `failed: ${String(error).split('\n')[0]}`, target]);
    }
    console.error(this.#rows.at(-1)?.join(' | '));
    await this.picture(what);
  }

  async picture(name: string): Promise<void> {
    if (this.#pictures === undefined) return;
    mkdirSync(this.#pictures, { recursive: true });
    const file = `${name.replaceAll(/[^\w]+/g, '-')}.png`;
    await this.page.screenshot({ path: join(this.#pictures, file) });
  }

  /** Types a text letter by letter, and returns the time from the last key to the last change of what the list column shows. */
  async typed(text: string): Promise<number> {
    await this.page.evaluate(watchChanges(QUIET_MS));
    await this.page.keyboard.type(text, { delay: TYPING_MS });
    return this.page.evaluate<number>('window.settled()');
  }

  /** Presses a key, and returns the time from it to the last change of the window. */
  async pressed(key: string): Promise<number> {
    await this.page.evaluate(watchChanges(QUIET_MS));
    await this.page.keyboard.press(key);
    return this.page.evaluate<number>('window.settled()');
  }

  /** The account of the workspace. */
  async getAccount(): Promise<Account> {
    const { account } = await ask<{ account: Account | null }>(this.page, 'system.info');
    if (!account) throw new Error('the workspace has no account');
    return account;
  }

  async isImporting(): Promise<boolean> {
    const { import: last } = await ask<{ import: { state: string } | null }>(this.page, 'archive.status');
    return last?.state === 'running';
  }

  async waitForText(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor(LONG);
  }
}

function toText({ ms, frameMs, late, frames, engineMs, engineBytes, windowBytes }: Cost): string {
  const blocked = `frame ${frameMs.toFixed(0)} (${late} of ${frames} late), engine ${engineMs.toFixed(0)} ms`;
  return `${ms.toFixed(0)} ms; ${blocked}; ${toMb(engineBytes)} + ${toMb(windowBytes)}`;
}

/** Runs in the page: `settled` resolves when nothing has changed for a while, to the time from the last key to the last change. */
const watchChanges = (quietMs: number) => `
  (() => {
    let keyAt = performance.now();
    let changedAt = 0;
    const onKey = (event) => { keyAt = event.timeStamp; };
    document.addEventListener('keydown', onKey, { capture: true });
    const observer = new MutationObserver(() => requestAnimationFrame(() => { changedAt = performance.now(); }));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    window.settled = () => new Promise((resolve) => {
      const timer = setInterval(() => {
        if (performance.now() - Math.max(keyAt, changedAt) < ${quietMs}) return;
        if (document.querySelector('[aria-busy="true"]')) return;
        clearInterval(timer);
        observer.disconnect();
        document.removeEventListener('keydown', onKey, { capture: true });
        resolve(Math.max(0, changedAt - keyAt));
      }, 20);
    });
  })();
  undefined;
`;

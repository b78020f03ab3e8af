import { readFileSync } from 'node:fs';
import type { ElectronApplication, Page } from 'playwright-core';

/** Electron's name of the engine's process, as the shell starts it. */
const ENGINE = 'Perch engine';
const PAGE_BYTES = 4_096;
const SAMPLE_MS = 200;
/** Half a frame more than one of 60 in a second. */
const LATE_MS = 25;

/** What a step cost: how long it took, how long window and engine did not respond meanwhile, and the most memory they had. */
export interface Cost {
  readonly ms: number;
  /** The longest time between two frames. */
  readonly frameMs: number;
  /** How many frames came so late that one of 60 in a second was left out, of how many. */
  readonly late: number;
  readonly frames: number;
  /** The longest time that the engine let the window wait for a short response. */
  readonly engineMs: number;
  readonly engineBytes: number;
  readonly windowBytes: number;
}

/** Shares the page's port to the engine with the benchmark; reloads the page. */
export async function shareEngine(page: Page): Promise<void> {
  await page.addInitScript(sharer);
  await page.reload();
}

/** Calls a method of the engine without input, as the page would. */
export function ask<T>(page: Page, method: string): Promise<T> {
  return page.evaluate<T>(`window.askEngine(${JSON.stringify(method)})`);
}

/** Starts to watch frames and the engine's responses. */
export async function startWatching(page: Page): Promise<void> {
  await page.evaluate(watcher);
}

/** Runs a step, which returns its time if that is not the time of all of it. */
export async function costOf(
  app: ElectronApplication,
  page: Page,
  step: () => Promise<number | undefined>,
): Promise<Cost> {
  const [engine, window] = await processesOf(app);
  const peak = { engine: 0, window: 0 };
  const sample = () => {
    peak.engine = Math.max(peak.engine, residentBytes(engine));
    peak.window = Math.max(peak.window, residentBytes(window));
  };
  sample();
  const timer = setInterval(sample, SAMPLE_MS);
  await page.evaluate('window.longest = { frame: 0, engine: 0, late: 0, frames: 0 }');
  const start = performance.now();
  try {
    const ms = (await step()) ?? performance.now() - start;
    const longest = await page.evaluate<Longest>('window.toLongest()');
    sample();
    const { frame: frameMs, engine: engineMs, late, frames } = longest;
    return { ms, frameMs, engineMs, late, frames, engineBytes: peak.engine, windowBytes: peak.window };
  } finally {
    clearInterval(timer);
  }
}

/** What `watcher` keeps. */
interface Longest {
  readonly frame: number;
  readonly engine: number;
  readonly late: number;
  readonly frames: number;
}

async function processesOf(app: ElectronApplication): Promise<[number, number]> {
  const found = await app.evaluate(({ app: electron }, name) => {
    const processes = electron.getAppMetrics();
    const engine = processes.find((each) => each.name === name)?.pid;
    return [engine, processes.find(({ type }) => type === 'Tab')?.pid] as const;
  }, ENGINE);
  const [engine, window] = found;
  if (engine === undefined || window === undefined) throw new Error('no process of the engine or the window');
  return [engine, window];
}

/** The resident memory of a process; 0 if it has ended. Linux only. */
function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

/** Runs in the page before it is loaded: keeps the engine's port, which is another one after a restart of the engine. */
const sharer = `
  let port = null;
  let asked = 0;
  window.addEventListener('message', ({ data, ports, origin }) => {
    if (data?.type === 'perch:engine-port' && origin === window.location.origin) port = ports[0];
  });
  window.enginePort = () => port;
  window.askEngine = (method) => new Promise((resolve) => {
    asked += 1;
    const id = 'bench' + asked;
    port.addEventListener('message', ({ data }) => data.id === id && resolve(data.result));
    port.start();
    port.postMessage({ jsonrpc: '2.0', id, method, params: {} });
  });
`;

/** Runs in the page. */
const watcher = `
  let framedAt = performance.now();
  window.longest = { frame: 0, engine: 0, late: 0, frames: 0 };
  const frame = () => {
    const now = performance.now();
    const ms = now - framedAt;
    window.longest.frame = Math.max(window.longest.frame, ms);
    window.longest.frames += 1;
    if (ms > ${LATE_MS}) window.longest.late += 1;
    framedAt = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  let asked = null;
  const wait = () => (asked === null ? 0 : performance.now() - asked.at);
  const noteWait = () => { window.longest.engine = Math.max(window.longest.engine, wait()); };
  window.toLongest = () => { noteWait(); return window.longest; };
  setInterval(() => {
    const port = window.enginePort();
    // What a port was asked whose engine has gone gets no response.
    if (port === null || (asked !== null && asked.port === port)) return;
    const mine = { port, at: performance.now() };
    asked = mine;
    void window.askEngine('system.info').then(() => {
      if (asked !== mine) return;
      noteWait();
      asked = null;
    });
  }, 20);
  undefined;
`;

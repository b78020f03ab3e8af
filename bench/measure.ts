import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Runs `work` and returns its result and the processor time that it took in milliseconds, which other programs hardly change. */
export function timedByProcessor<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1_000, value };
}

/** What some work took: by the clock, and by the processor, whose time other programs hardly change. */
export interface Spent {
  readonly ms: number;
  readonly processorMs: number;
}

export async function spentOn(work: () => unknown): Promise<Spent> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { ms, processorMs: (user + system) / 1_000 };
}

export const nothingSpent: Spent = { ms: 0, processorMs: 0 };

export function add(a: Spent = nothingSpent, b: Spent = nothingSpent): Spent {
  return { ms: a.ms + b.ms, processorMs: a.processorMs + b.processorMs };
}

/** Runs `work` and returns its result and its duration in milliseconds. */
export function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
}

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Runs `work` with the numbers from 0 to `times` - 1 and returns percentiles of its duration in milliseconds. */
export function repeated(times: number, work: (n: number) => void): Percentiles {
  return toPercentiles(Array.from({ length: times }, (_, n) => timed(() => work(n)).ms));
}

/** Percentiles of measurements in any order. */
export function toPercentiles(measured: readonly number[]): Percentiles {
  const sorted = measured.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}

/** Formats percentiles in milliseconds as a cell of the table. */
export function toCell({ p50, p95, p99, max }: Percentiles): string {
  return [p50, p95, p99, max].map((ms) => ms.toFixed(3)).join(' / ');
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** The memory in use after a collection. */
export function collect(): { readonly heap: number; readonly buffers: number; readonly rss: number } {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, arrayBuffers: buffers, rss } = process.memoryUsage();
  return { heap: heapUsed, buffers, rss };
}

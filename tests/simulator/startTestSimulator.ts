import { onTestFinished } from 'vitest';
import { type Simulator, type SimulatorOptions, startSimulator } from '#simulator/simulator.ts';
import { type FakeClock, fakeClock } from '../support/fakeClock.ts';

/** A parsed answer, as a test looks at it. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  /** `data` as a list of objects; empty when there is none. */
  readonly data: readonly Record<string, unknown>[];
  readonly meta: Record<string, unknown>;
}

/** A simulator on a fake clock, with shorthands to ask it things. */
export interface TestSimulator extends Simulator {
  readonly clock: FakeClock;
  readonly accountId: string;
  get(path: string, query?: Record<string, string>, token?: string): Promise<Seen>;
  send(method: string, path: string, body?: object, token?: string): Promise<Seen>;
}

/** Starts a simulator for one test and closes it afterwards. */
export async function startTestSimulator(options: SimulatorOptions = {}): Promise<TestSimulator> {
  const clock = fakeClock();
  const simulator = await startSimulator({ clock, ...options });
  onTestFinished(() => simulator.close());
  const ask = async (method: string, path: string, token: string, body?: object): Promise<Seen> => {
    const response = await fetch(`${simulator.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return toSeen(response.status, response.headers, await response.text());
  };
  return {
    ...simulator,
    clock,
    accountId: simulator.control.state().account.id,
    get: (path, query = {}, token = 'demo-token') =>
      ask('GET', `${path}?${new URLSearchParams(query)}`, token),
    send: (method, path, body, token = 'demo-token') => ask(method, path, token, body),
  };
}

function toSeen(status: number, headers: Headers, text: string): Seen {
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  const body = toRecord(parsed);
  const data = body.data;
  return {
    status,
    headers,
    body,
    data: (Array.isArray(data) ? data : data === undefined ? [] : [data]).map(toRecord),
    meta: toRecord(body.meta),
  };
}

/** `value` as an object with named fields; empty when it is none. */
export function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The ids of a page. */
export function idsOf(seen: Seen): string[] {
  return seen.data.map(({ id }) => String(id));
}

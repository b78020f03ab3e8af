import { onTestFinished } from 'vitest';
import { type Simulator, type SimulatorOptions, startSimulator } from '#simulator/simulator.ts';
import { type FakeClock, fakeClock } from '../support/fakeClock.ts';

/** A parsed response. */
export interface TestResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  /** `data` as a list: a single item as a list of one, empty if there is none. */
  readonly data: readonly Record<string, unknown>[];
  readonly meta: Record<string, unknown>;
}

/** A simulator on a fake clock, with shorthands for requests. */
export interface TestSimulator extends Simulator {
  readonly clock: FakeClock;
  readonly accountId: string;
  get(path: string, query?: Record<string, string>, token?: string): Promise<TestResponse>;
  send(method: string, path: string, body?: object, token?: string): Promise<TestResponse>;
}

/** Starts a simulator for the current test and closes it afterwards. */
export async function startTestSimulator(options: SimulatorOptions = {}): Promise<TestSimulator> {
  const clock = fakeClock();
  const simulator = await startSimulator({ clock, ...options });
  onTestFinished(() => simulator.close());
  const request = async (
    method: string,
    path: string,
    token: string,
    body?: object,
  ): Promise<TestResponse> => {
    const response = await fetch(`${simulator.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return toTestResponse(response.status, response.headers, await response.text());
  };
  return {
    ...simulator,
    clock,
    accountId: simulator.control.state().account.id,
    get: (path, query = {}, token = 'demo-token') =>
      request('GET', `${path}?${new URLSearchParams(query)}`, token),
    send: (method, path, body, token = 'demo-token') => request(method, path, token, body),
  };
}

function toTestResponse(status: number, headers: Headers, text: string): TestResponse {
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

/** `value` as an object with named fields; empty if it is not an object. */
export function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The ids of the items of a page. */
export function idsOf(response: TestResponse): string[] {
  return response.data.map(({ id }) => String(id));
}

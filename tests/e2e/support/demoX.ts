import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

/** The part of what the built-in X tells of itself that tests look at. */
interface XState {
  readonly sentPosts: readonly { readonly text: string; readonly inReplyToId: string | null }[];
  readonly sentDms: readonly { readonly to: string; readonly text: string }[];
}

/** The built-in X of a demo workspace, by its control door. */
export interface DemoX {
  readonly state: () => Promise<XState>;
  /** Lets something happen on it, such as a `mention`; gives the id of what came of it. */
  readonly tell: (name: string, body: object) => Promise<string>;
  /** What a post says. */
  readonly textOf: (id: string) => Promise<string>;
}

/** Finds the built-in X of a demo workspace by the log of the shell. */
export async function findDemoX(userData: string): Promise<DemoX> {
  await expect.poll(() => addressIn(userData), { timeout: 30_000 }).not.toBeNull();
  const url = addressIn(userData);
  return {
    state: async () => (await fetch(`${url}/_control/state`)).json(),
    tell: async (name, body) => {
      const answer = await fetch(`${url}/_control/${name}`, { method: 'POST', body: JSON.stringify(body) });
      const said = await answer.json();
      if (!answer.ok) throw new Error(JSON.stringify(said));
      return said.id;
    },
    textOf: async (id) => {
      const answer = await fetch(`${url}/2/tweets/${id}`, {
        headers: { authorization: 'Bearer demo-token' },
      });
      return (await answer.json()).data.text;
    },
  };
}

function addressIn(userData: string): string | null {
  const log = path.join(userData, 'logs', 'perch.log');
  const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
  return text.match(/simulator listening on (http:[\d./:]+)/)?.[1] ?? null;
}

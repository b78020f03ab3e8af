import { expect } from 'vitest';
import { seedReplies } from '#shell/workspaces/seedDemo.ts';
import { findDemoAddress } from '../../../scripts/demoAddress.ts';

/** The part of the simulator's state that tests use, without what a new demo sends before its window opens. */
interface XState {
  readonly sentPosts: readonly { readonly text: string; readonly inReplyToId: string | null }[];
  /** The number of requests per endpoint. */
  readonly requests: Readonly<Record<string, number>>;
  readonly sentDms: readonly { readonly to: string; readonly text: string }[];
}

/** The simulator of a demo workspace, through its control endpoint. */
export interface DemoX {
  readonly state: () => Promise<XState>;
  /** Makes something happen, such as a `mention`. Returns the id of the result. */
  readonly control: (name: string, body: object) => Promise<string>;
  /** The text of a post. */
  readonly textOf: (id: string) => Promise<string>;
}

/** Finds the simulator of a demo workspace through the log of the shell. */
export async function findDemoX(userData: string): Promise<DemoX> {
  await expect.poll(() => findDemoAddress(userData), { timeout: 30_000 }).not.toBeNull();
  const url = findDemoAddress(userData);
  return {
    state: async () => withoutSeeds(await (await fetch(`${url}/_control/state`)).json()),
    control: async (name, body) => {
      const response = await fetch(`${url}/_control/${name}`, { method: 'POST', body: JSON.stringify(body) });
      const result = await response.json();
      if (!response.ok) throw new Error(JSON.stringify(result));
      return result.id;
    },
    textOf: async (id) => {
      const response = await fetch(`${url}/2/tweets/${id}`, {
        headers: { authorization: 'Bearer demo-token' },
      });
      return (await response.json()).data.text;
    },
  };
}

function withoutSeeds(state: XState): XState {
  const isOwn = ({ text }: { readonly text: string }) =>
    !seedReplies.some((seed) => text.includes(seed.text));
  return { ...state, sentPosts: state.sentPosts.filter(isOwn), sentDms: state.sentDms.filter(isOwn) };
}

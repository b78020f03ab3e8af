import { join } from 'node:path';
import { build } from '../scripts/build/build.ts';
import { launchPerch } from '../scripts/launch.ts';
import type { Preparation } from '../tools/prepare.ts';
import { fillWithLongConversations, measureOpenings } from './opening.ts';

/*
 * A process that measures the window of the tree in which this file is, step by step, so that another can take turns with it. Steps
 * come and results go as messages of Node's `fork`.
 */

/** What to do next. */
export type WindowStep =
  | { readonly do: 'build' }
  /** Fills a folder of user data. */
  | { readonly do: 'fill'; readonly userData: string }
  /** Opens Perch with it, measures and closes. */
  | { readonly do: 'measure'; readonly userData: string; readonly preparation: Omit<Preparation, 'close'> };

/** Times in milliseconds. */
export interface WindowTimes {
  readonly read: readonly number[];
  readonly unread: readonly number[];
}

const nothing: WindowTimes = { read: [], unread: [] };

async function take(step: WindowStep): Promise<WindowTimes> {
  if (step.do === 'build') await build();
  if (step.do === 'fill') await fillWithLongConversations(join(step.userData, 'workspaces', 'demo'));
  return step.do === 'measure' ? measure(step) : nothing;
}

async function measure(step: Extract<WindowStep, { do: 'measure' }>): Promise<WindowTimes> {
  const { userData, preparation } = step;
  const perch = await launchPerch({
    userData,
    preparation: { ...preparation, close: () => {} },
    args: ['--demo'],
  });
  try {
    return await measureOpenings(perch.page);
  } finally {
    await perch.close();
  }
}

process.on('message', async (step: WindowStep) => process.send?.(await take(step)));
process.on('disconnect', () => process.exit());

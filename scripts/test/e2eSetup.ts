import { prepare } from '../../tools/prepare.ts';
import { build } from '../build/build.ts';

/** Makes the window runnable once for all end-to-end tests; gives what ends it. */
export async function setup(): Promise<() => void> {
  const { env, close } = await prepare();
  await build();
  Object.assign(process.env, env);
  return close;
}

import { prepare } from '../../tools/prepare.ts';
import { build } from '../build/build.ts';

/** Prepares Electron and the bundles once for all end-to-end tests. Returns the teardown. */
export async function setup(): Promise<() => void> {
  const { env, close } = await prepare();
  await build();
  Object.assign(process.env, env);
  return close;
}

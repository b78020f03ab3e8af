import { build } from './build/build.ts';
import { runScript } from './runScript.ts';

await runScript(async () => {
  await build();
  return 0;
});

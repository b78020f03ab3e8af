import { runScript } from './runScript.ts';
import { runTool } from './test/runTool.ts';

await runScript(() => runTool('vitest', ['run', '--project', 'e2e', ...process.argv.slice(2)]));

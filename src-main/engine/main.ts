import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseCommand, parseToken, usage } from './commandLine.ts';
import type { ParentPort } from './runUtility.ts';

// Removed at once, so that no child process inherits it.
const token = parseToken(process.env.PERCH_X_TOKEN);
delete process.env.PERCH_X_TOKEN;

// Run from source, Node.js would strip the types of every file at each start, which doubles the time to the first response.
if (import.meta.url.endsWith('.ts')) {
  nodeModule.enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)));
}

/** Present if Electron runs this file as a utility process. */
const { parentPort } = process as { readonly parentPort?: ParentPort };

// No await at the top level: what Electron and the package start is CommonJS.
if (parentPort) void serveShell(parentPort);
else void runCommandLine().then((code) => process.exit(code));

async function serveShell(port: ParentPort): Promise<void> {
  const { runUtility } = await import('./runUtility.ts');
  runUtility(port, (code) => process.exit(code));
}

async function runCommandLine(): Promise<number> {
  // npm changes to the project's folder before it runs a script; INIT_CWD is where it was called.
  const command = parseCommand(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (!command.ok) {
    process.stderr.write(`perch: ${command.error}\n\n${usage}`);
    return 2;
  }
  if (command.value.kind === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  if (command.value.kind === 'version') {
    const { version } = await import('./version.ts');
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (!token.ok) {
    process.stderr.write(`perch: ${token.error}\n`);
    return 2;
  }
  const { runStdio } = await import('./runStdio.ts');
  return await runStdio(command.value.options, token.value);
}

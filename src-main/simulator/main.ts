import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { type CommandLine, HELP, readCommandLine } from './commandLine.ts';
import { loadScenario } from './scenario/loadScenario.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from './simulator.ts';

// Relative to the source, and to the built program.
const DEMO_PATHS = ['../../assets/demo/scenario.json', '../assets/demo/scenario.json'];

await run();

async function run(): Promise<void> {
  const commandLine = readCommandLine(process.argv.slice(2));
  if (!commandLine.ok) return fail(`${commandLine.error} See --help.`);
  if (commandLine.value.help) {
    process.stdout.write(HELP);
    return;
  }
  const options = toOptions(commandLine.value);
  if (!options) return;
  try {
    const simulator = await startSimulator(options);
    announce(simulator);
    exitGracefully(simulator, commandLine.value.exitWithStdin);
  } catch (cause) {
    fail(toErrorMessage(cause));
  }
}

function toOptions(command: CommandLine): SimulatorOptions | null {
  const path = command.scenario ?? (command.isBare ? null : findDemo());
  const loaded = path === null ? null : loadScenario(path);
  if (loaded && !loaded.ok) {
    fail(`${path} is not a valid scenario.\n${loaded.error.map((line) => `  ${line}`).join('\n')}`);
    return null;
  }
  return {
    port: command.port,
    names: command.names,
    limits: command.limits,
    ...(command.token === null ? {} : { token: command.token }),
    ...(command.state === null ? {} : { stateFile: command.state }),
    ...(loaded ? loaded.value : {}),
  };
}

function findDemo(): string | null {
  const paths = DEMO_PATHS.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return paths.find((path) => existsSync(path)) ?? null;
}

function announce(simulator: Simulator): void {
  process.stdout.write(`simulator listening on ${simulator.url}\n`);
  parentPort()?.postMessage({ type: 'listening', url: simulator.url });
}

// Electron gives this port to a utility process; plain Node does not have it.
function parentPort(): { postMessage(message: unknown): void } | null {
  return 'parentPort' in process && isPort(process.parentPort) ? process.parentPort : null;
}

function isPort(value: unknown): value is { postMessage(message: unknown): void } {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}

function exitGracefully(simulator: Simulator, exitWithStdin: boolean): void {
  const exit = (): void => {
    simulator.close().then(() => process.exit(0));
  };
  process.once('SIGINT', exit);
  process.once('SIGTERM', exit);
  if (exitWithStdin) {
    process.stdin.on('end', exit);
    process.stdin.resume();
  }
}

/** Exits explicitly: an Electron utility process would keep running, and its parent would wait forever. */
function fail(message: string): void {
  process.stderr.write(`simulator: ${message}\n`, () => process.exit(1));
}

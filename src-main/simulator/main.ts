import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Command, HELP, readCommand } from './commandLine.ts';
import { loadScenario } from './scenario/loadScenario.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from './simulator.ts';

// Beside the source and beside the built program.
const DEMO_PLACES = ['../../assets/demo/scenario.json', '../assets/demo/scenario.json'];

await run();

async function run(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  if (!command.ok) return fail(`${command.error} See --help.`);
  if (command.value.help) {
    process.stdout.write(HELP);
    return;
  }
  const options = toOptions(command.value);
  if (!options) return;
  try {
    const simulator = await startSimulator(options);
    announce(simulator);
    endGracefully(simulator, command.value.exitWithStdin);
  } catch (cause) {
    fail(cause instanceof Error ? cause.message : String(cause));
  }
}

function toOptions(command: Command): SimulatorOptions | null {
  const path = command.scenario ?? (command.isBare ? null : findDemo());
  const loaded = path === null ? null : loadScenario(path);
  if (loaded && !loaded.ok) {
    fail(`${path} is not a scenario.\n${loaded.error.map((line) => `  ${line}`).join('\n')}`);
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
  const places = DEMO_PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return places.find((place) => existsSync(place)) ?? null;
}

function announce(simulator: Simulator): void {
  process.stdout.write(`simulator listening on ${simulator.url}\n`);
  parentPort()?.postMessage({ type: 'listening', url: simulator.url });
}

// Electron gives a utility process this port; plain Node does not have it.
function parentPort(): { postMessage(message: unknown): void } | null {
  return 'parentPort' in process && isPort(process.parentPort) ? process.parentPort : null;
}

function isPort(value: unknown): value is { postMessage(message: unknown): void } {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}

function endGracefully(simulator: Simulator, exitWithStdin: boolean): void {
  const end = (): void => {
    simulator.close().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  if (exitWithStdin) {
    process.stdin.on('end', end);
    process.stdin.resume();
  }
}

/** Ends the process: a utility process of Electron would not end by itself, and whoever waits for it would wait on. */
function fail(message: string): void {
  process.stderr.write(`simulator: ${message}\n`, () => process.exit(1));
}

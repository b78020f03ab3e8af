import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, _electron as electron, errors, type Page } from 'playwright-core';
import { isRoot } from './prepare/command.ts';
import { type Preparation, prepare } from './prepare/prepare.ts';
import { projectFolder } from './projectFolder.ts';

export interface LaunchOptions {
  /** Where this run keeps its settings and workspaces; a fresh temporary folder for a fresh start. */
  readonly userData: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What to run on; prepared once for this process where it is left out. */
  readonly preparation?: Preparation;
}

export interface LaunchedPerch {
  readonly app: ElectronApplication;
  /** The first window, loaded. */
  readonly page: Page;
  /** Closes the window as a person would; ends the process by force when it is still there after ten seconds. */
  readonly close: () => Promise<void>;
}

// A start takes a second or two. One in twenty never connects: Playwright misses the navigation of a window that loads
// in the very moment in which it attaches, and waits for it for ever.
const connectLimitMs = 20_000;
const connectTries = 4;
const windowLimitMs = 60_000;
const closeLimitMs = 10_000;
let ownPreparation: Promise<Preparation> | undefined;

/** Starts the bundled application (`out/`) in the real Electron and waits for its first window. */
export async function launchPerch(options: LaunchOptions): Promise<LaunchedPerch> {
  const preparation = options.preparation ?? (await prepareOnce());
  const app = await connectTo(options, preparation);
  const page = await app.firstWindow({ timeout: windowLimitMs });
  await page.waitForLoadState('domcontentloaded');
  return { app, page, close: () => closeOrKill(app) };
}

async function connectTo(options: LaunchOptions, preparation: Preparation): Promise<ElectronApplication> {
  const before = keepCopy(options.userData);
  try {
    for (let triesLeft = connectTries - 1; ; triesLeft--) {
      try {
        return await start(options, preparation);
      } catch (error) {
        if (!(error instanceof errors.TimeoutError) || triesLeft === 0) throw error;
        before.restore();
      }
    }
  } finally {
    before.forget();
  }
}

function start(options: LaunchOptions, { program, args, env }: Preparation): Promise<ElectronApplication> {
  return electron.launch({
    executablePath: program,
    chromiumSandbox: !isRoot(),
    args: [...args, projectFolder, ...(options.args ?? [])],
    cwd: projectFolder,
    env: { ...definedEnv(), ...env, PERCH_USER_DATA: options.userData, ...options.env },
    timeout: connectLimitMs,
  });
}

// A start that did not connect has run all the same: the next one must find what the first one found.
function keepCopy(folder: string): { readonly restore: () => void; readonly forget: () => void } {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'perch-before-')), 'data');
  if (existsSync(folder)) cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  return {
    restore: () => {
      rmSync(folder, { recursive: true, force: true });
      if (existsSync(copy)) cpSync(copy, folder, { recursive: true, verbatimSymlinks: true });
    },
    forget: () => rmSync(path.dirname(copy), { recursive: true, force: true }),
  };
}

function prepareOnce(): Promise<Preparation> {
  ownPreparation ??= prepare();
  return ownPreparation;
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

async function closeOrKill(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const timer = setTimeout(() => child.kill('SIGKILL'), closeLimitMs);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}

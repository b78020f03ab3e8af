import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { isRoot } from '../tools/command.ts';
import { type Preparation, prepare } from '../tools/prepare.ts';
import { projectFolder } from './projectFolder.ts';

export interface LaunchOptions {
  /** Folder of preferences and workspaces. Use an empty temporary folder for a first start. */
  readonly userData: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** How to start Electron. By default it is prepared once per process. */
  readonly preparation?: Preparation;
}

export interface LaunchedPerch {
  readonly app: ElectronApplication;
  /** The first window, loaded. */
  readonly page: Page;
  /** Closes the window as a user would, and kills the process if it still runs after ten seconds. */
  readonly close: () => Promise<void>;
}

/**
 * Playwright's preload that delays Electron's `ready` until Playwright is attached. Playwright adds it only to an Electron that it
 * has found itself. Without it one start in twenty hangs, because Playwright misses the navigation of a window that loads while it
 * attaches.
 */
const loader = path.join(projectFolder, 'node_modules/playwright-core/lib/server/electron/loader.js');
const startLimitMs = 60_000;
const closeLimitMs = 10_000;
let ownPreparation: Promise<Preparation> | undefined;

/** Starts the bundled application (`out/`) in the real Electron. Resolves when its first window is loaded. */
export async function launchPerch(options: LaunchOptions): Promise<LaunchedPerch> {
  const { program, args, env } = options.preparation ?? (await prepareOnce());
  const app = await electron.launch({
    executablePath: program,
    chromiumSandbox: !isRoot(),
    args: ['-r', loader, ...args, projectFolder, ...(options.args ?? [])],
    cwd: projectFolder,
    env: { ...definedEnv(), ...env, PERCH_USER_DATA: options.userData, ...options.env },
    timeout: startLimitMs,
  });
  // Playwright no longer knows the process of an application that has quit by itself.
  const child = app.process();
  const page = await app.firstWindow({ timeout: startLimitMs });
  await page.waitForLoadState('domcontentloaded');
  return { app, page, close: () => closeOrKill(app, child) };
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

async function closeOrKill(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), closeLimitMs);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { afterEach } from 'vitest';
import { type LaunchedPerch, type LaunchOptions, launchPerch } from '../../../scripts/launch.ts';
import { listenForEngine } from './engineInPage.ts';

const running = new Set<LaunchedPerch>();

afterEach(async () => {
  const left = [...running];
  running.clear();
  await Promise.all(left.map((perch) => perch.close()));
});

/** Creates an empty user data folder. */
export function freshUserData(): string {
  return mkdtempSync(path.join(tmpdir(), 'perch-e2e-'));
}

/** Opens the real window; it is closed after the test unless the test does so. */
export async function openPerch(options: Partial<LaunchOptions> = {}): Promise<LaunchedPerch> {
  const perch = await launchPerch({ userData: freshUserData(), ...options });
  running.add(perch);
  // Playwright would emulate a light system.
  await perch.page.emulateMedia({ colorScheme: null });
  await listenForEngine(perch.page);
  return {
    ...perch,
    close: async () => {
      running.delete(perch);
      await perch.close();
    },
  };
}

/** The process id of one of Perch's processes by name; null if it does not run. */
export function pidOf(app: ElectronApplication, name: string): Promise<number | null> {
  return app.evaluate(
    ({ app: electron }, wanted) =>
      electron.getAppMetrics().find((process) => process.name === wanted)?.pid ?? null,
    name,
  );
}

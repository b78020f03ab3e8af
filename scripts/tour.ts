import type { ChildProcess } from 'node:child_process';
import { createWriteStream, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Page } from 'playwright-core';
import { prepare, warnIfUnsandboxed } from '../tools/prepare.ts';
import { build } from './build/build.ts';
import { launchPerch } from './launch.ts';
import { projectFolder } from './projectFolder.ts';
import { type TourStep, tourSteps } from './tourSteps.ts';

const pictures = join(projectFolder, 'tour');
/** Position of the pointer for screenshots, so that nothing is drawn as hovered. */
const corner = { x: 1279, y: 799 };
const settleMs = 250;

/** Runs the demo tour through the main tasks in the real application, with a screenshot of each step. Returns the exit code. */
export async function runTour(): Promise<number> {
  const preparation = await prepare({ virtualDisplay: true });
  warnIfUnsandboxed(preparation);
  const userData = await mkdtemp(join(tmpdir(), 'perch-tour-'));
  process.once('exit', () => rmSync(userData, { recursive: true, force: true }));
  try {
    await build();
    await rm(pictures, { recursive: true, force: true });
    await mkdir(pictures, { recursive: true });
    const perch = await launchPerch({ userData, args: ['--demo'], preparation });
    keepOutput(perch.app.process());
    const isDone = await takeSteps(perch.page).finally(perch.close);
    await cp(join(userData, 'logs'), pictures, { recursive: true });
    console.log(isDone ? '\nThe tour is complete. The screenshots are in tour/.' : '');
    return isDone ? 0 : 1;
  } finally {
    preparation.close();
  }
}

/** Saves the output of Electron and the application, for failed steps. */
function keepOutput({ stdout, stderr }: ChildProcess): void {
  const log = createWriteStream(join(pictures, 'electron.log'));
  stdout?.pipe(log, { end: false });
  stderr?.pipe(log, { end: false });
}

async function takeSteps(page: Page): Promise<boolean> {
  console.log('\nDemo tour in the real window:');
  for (const [index, step] of tourSteps.entries()) {
    const number = index + 1;
    if (!(await takeStep(page, step, number))) return false;
  }
  return true;
}

async function takeStep(page: Page, step: TourStep, number: number): Promise<boolean> {
  const picture = `${String(number).padStart(2, '0')}-${step.picture}.png`;
  const startedAt = performance.now();
  try {
    await page.emulateMedia({ colorScheme: step.theme ?? 'light' });
    await step.run(page);
    await page.mouse.move(corner.x, corner.y);
    await page.waitForTimeout(settleMs);
    await page.screenshot({ path: join(pictures, picture) });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${String(number).padStart(3)}. ${step.title} (${seconds} s, tour/${picture})`);
    return true;
  } catch (error) {
    await page.screenshot({ path: join(pictures, 'failed.png') }).catch(() => {});
    console.error(`${String(number).padStart(3)}. FAILED: ${step.title} (tour/failed.png)`);
    console.error(error instanceof Error ? stripVTControlCharacters(error.message) : error);
    console.error('The logs are in tour/perch.log and tour/electron.log.');
    return false;
  }
}

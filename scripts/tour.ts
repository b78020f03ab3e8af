import type { ChildProcess } from 'node:child_process';
import { createWriteStream, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Page } from 'playwright-core';
import { prepare, warnIfUnsandboxed } from '../tools/prepare.ts';
import { build } from './build/build.ts';
import { findDemoAddress } from './demoAddress.ts';
import { launchPerch } from './launch.ts';
import { projectFolder } from './projectFolder.ts';
import { type TourStep, tourSteps } from './tourSteps.ts';
import { toYearSteps } from './year/yearSteps.ts';

/** Position of the pointer for screenshots, so that nothing is drawn as hovered. */
const corner = { x: 1279, y: 799 };
const settleMs = 250;

/** What a tour shows. */
interface Tour {
  readonly title: string;
  /** Its folder of pictures, below the project. */
  readonly folder: string;
  /** Fills the folder of user data before the window opens, and returns the steps. */
  readonly prepare: (userData: string) => Promise<readonly TourStep[]>;
}

const demoTour: Tour = { title: 'Demo tour', folder: 'tour', prepare: async () => tourSteps };

const yearTour: Tour = {
  title: 'A year of a shop',
  folder: 'tour-year',
  prepare: async (userData) => {
    // The engine, which no other command of this file needs.
    const { makeYear } = await import('./year/makeYear.ts');
    console.log('\nA year of a shop goes by, which takes a few minutes:');
    const plan = await makeYear(userData, (month) => console.log(`     ${monthName.format(month)}`));
    return toYearSteps(plan, (command, body) => controlX(userData, command, body));
  },
};

const monthName = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' });

/** Runs the demo tour through the main tasks in the real application, with a screenshot of each step. Returns the exit code. */
export const runTour = () => run(demoTour);

/** Lets a year of a shop happen and runs the tour through what came of it. Returns the exit code. */
export const runYearTour = () => run(yearTour);

async function run(tour: Tour): Promise<number> {
  const pictures = join(projectFolder, tour.folder);
  const preparation = await prepare({ virtualDisplay: true });
  warnIfUnsandboxed(preparation);
  const userData = await mkdtemp(join(tmpdir(), 'perch-tour-'));
  process.once('exit', () => rmSync(userData, { recursive: true, force: true }));
  try {
    await build();
    await rm(pictures, { recursive: true, force: true });
    await mkdir(pictures, { recursive: true });
    const steps = await tour.prepare(userData);
    const perch = await launchPerch({ userData, args: ['--demo'], preparation });
    keepOutput(perch.app.process(), pictures);
    console.log(`\n${tour.title} in the real window:`);
    const isDone = await takeSteps(perch.page, steps, pictures).finally(perch.close);
    await cp(join(userData, 'logs'), pictures, { recursive: true });
    console.log(isDone ? `\nThe tour is complete. The screenshots are in ${tour.folder}/.` : '');
    return isDone ? 0 : 1;
  } finally {
    preparation.close();
  }
}

/** Saves the output of Electron and the application, for failed steps. */
function keepOutput({ stdout, stderr }: ChildProcess, pictures: string): void {
  const log = createWriteStream(join(pictures, 'electron.log'));
  stdout?.pipe(log, { end: false });
  stderr?.pipe(log, { end: false });
}

async function takeSteps(page: Page, steps: readonly TourStep[], pictures: string): Promise<boolean> {
  for (const [index, step] of steps.entries()) {
    const name = `${String(index + 1).padStart(2, '0')}-${step.picture}.png`;
    if (!(await takeStep(page, step, join(pictures, name)))) return false;
  }
  return true;
}

async function takeStep(page: Page, step: TourStep, picture: string): Promise<boolean> {
  const startedAt = performance.now();
  const [shown, number] = [relative(projectFolder, picture), Number.parseInt(basename(picture), 10)];
  try {
    await page.emulateMedia({ colorScheme: step.theme ?? 'light' });
    await step.run(page);
    await page.mouse.move(corner.x, corner.y);
    await page.waitForTimeout(settleMs);
    await page.screenshot({ path: picture });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${String(number).padStart(3)}. ${step.title} (${seconds} s, ${shown})`);
    return true;
  } catch (error) {
    const folder = dirname(picture);
    await page.screenshot({ path: join(folder, 'failed.png') }).catch(() => {});
    console.error(`${String(number).padStart(3)}. FAILED: ${step.title} (${dirname(shown)}/failed.png)`);
    console.error(error instanceof Error ? stripVTControlCharacters(error.message) : error);
    console.error(`The logs are in ${dirname(shown)}/perch.log and ${dirname(shown)}/electron.log.`);
    return false;
  }
}

/** Makes something happen on the simulator of the demo that runs. */
async function controlX(userData: string, command: string, body: object): Promise<void> {
  const address = findDemoAddress(userData);
  const response = await fetch(`${address}/_control/${command}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${command} failed: ${await response.text()}`);
}

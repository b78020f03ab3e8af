import type { Page } from 'playwright-core';
import { build } from '../scripts/build/build.ts';
import { launchPerch } from '../scripts/launch.ts';
import { prepare } from '../tools/prepare.ts';
import { type Percentiles, toPercentiles } from './measure.ts';
import { pressTimes } from './pressTimes.ts';

const ROUNDS = 20;

/** Times in milliseconds from a key press to the end of the frame that shows what it did, for 1,000 conversations. */
export interface BulkWindowTimes {
  /** Ctrl+A, to the first selected row, and to all 1,000, most of which have to be loaded the first time. */
  readonly firstPicked: Percentiles;
  readonly allPicked: Percentiles;
  /** The key that resolves them, to the sign that it is under way, and to the toast. */
  readonly begun: Percentiles;
  readonly done: Percentiles;
}

/** Selects 1,000 conversations in the real window, resolves them and undoes that, again and again. */
export async function measureBulkWindow(userData: string): Promise<BulkWindowTimes> {
  await build();
  const preparation = await prepare();
  const perch = await launchPerch({ userData, preparation, args: ['--demo'] });
  const measured: Record<keyof BulkWindowTimes, number[]> = {
    firstPicked: [],
    allPicked: [],
    begun: [],
    done: [],
  };
  try {
    await perch.page.getByRole('option').first().waitFor({ timeout: 60_000 });
    await perch.page.keyboard.press('Escape');
    for (let round = 0; round < ROUNDS; round += 1) await measureRound(perch.page, measured);
  } finally {
    await perch.close();
    preparation.close();
  }
  return {
    firstPicked: toPercentiles(measured.firstPicked),
    allPicked: toPercentiles(measured.allPicked),
    begun: toPercentiles(measured.begun),
    done: toPercentiles(measured.done),
  };
}

async function measureRound(page: Page, measured: Record<keyof BulkWindowTimes, number[]>): Promise<void> {
  const [firstPicked, allPicked] = await pressTimes(page, 'ControlOrMeta+a', [
    `document.querySelector('[data-picked]')`,
    says('1,000 selected'),
  ]);
  const [begun, done] = await pressTimes(page, 'e', [
    `document.querySelector('section[aria-busy="true"]')`,
    says('1,000 resolved'),
  ]);
  for (const [name, ms] of Object.entries({ firstPicked, allPicked, begun, done })) {
    measured[name as keyof BulkWindowTimes].push(ms ?? 0);
  }
  await pressTimes(page, 'z', [says('1,000 undone')]);
  // The list is loaded again by then.
  await page.waitForTimeout(2_000);
  await page.keyboard.press('Escape');
}

const says = (words: string) =>
  `[...document.querySelectorAll('[role="status"]')].some(({ textContent }) => textContent.includes('${words}'))`;

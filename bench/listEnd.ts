import type { Page } from 'playwright-core';
import { type Percentiles, toPercentiles } from './measure.ts';
import { pressTimes } from './pressTimes.ts';

const AGAIN = 20;
/** Rows are not moved, and the next key is no quick one, by then. */
const REST_MS = 500;

export interface EndTimes {
  /** The first time, which reads the end of the list. */
  readonly firstMs: number;
  readonly again: Percentiles;
}

/** Times in milliseconds from `End` to the frame that shows the last row of a list of at least `count` conversations. */
export async function measureListEnd(page: Page, count: number): Promise<EndTimes> {
  await page.locator('[role="listbox"]').focus();
  const end = async () => {
    await page.keyboard.press('Home');
    await page.waitForTimeout(REST_MS);
    const [ms = 0] = await pressTimes(page, 'End', [isLast(count)]);
    await page.waitForTimeout(REST_MS);
    return ms;
  };
  const firstMs = await end();
  const again: number[] = [];
  for (let times = 0; times < AGAIN; times += 1) again.push(await end());
  return { firstMs, again: toPercentiles(again) };
}

const isLast = (count: number) => `(() => {
  const list = document.querySelector('[role="listbox"]');
  const row = document.getElementById(list.getAttribute('aria-activedescendant') ?? '');
  const [frame, box] = [list.getBoundingClientRect(), row?.getBoundingClientRect()];
  return !!box && Number(row.getAttribute('aria-posinset')) >= ${count} && box.bottom > frame.top && box.top < frame.bottom;
})()`;

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from '../scripts/build/build.ts';
import { launchPerch } from '../scripts/launch.ts';
import { prepare } from '../tools/prepare.ts';
import { batchesOf, seededRandom } from './corpus.ts';
import { captureAll } from './ingest.ts';
import { type Percentiles, toPercentiles } from './measure.ts';
import { pressTimes } from './pressTimes.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

const PEOPLE = 6;
/** So many messages follow the hit, and precede it. */
const BACK = 10_000;
const BEFORE = 1_000;

/** Opens search hits that lie 10,000 messages back in the real window, and measures from the key to the frame that shows it. */
export async function measureFarHits(userData: string): Promise<Percentiles> {
  await fillWithLongHistories(join(userData, 'workspaces', 'demo'));
  await build();
  const preparation = await prepare();
  const perch = await launchPerch({ userData, preparation, args: ['--demo'] });
  const measured: number[] = [];
  try {
    await perch.page.getByRole('option').first().waitFor({ timeout: 60_000 });
    for (let n = 0; n < PEOPLE; n += 1) measured.push(await openHit(perch.page, n));
  } finally {
    await perch.close();
    preparation.close();
  }
  return toPercentiles(measured);
}

async function fillWithLongHistories(dir: string): Promise<void> {
  const db = openWorkspace(dir);
  const store = captureAll(createCaptureContext(db));
  const total = PEOPLE * (BACK + BEFORE);
  let n = 0;
  for (const batch of batchesOf({ from: 0, to: total, total }, seededRandom(7))) {
    await store(
      batch.map((message) => {
        const person = n % PEOPLE;
        const isHit = Math.floor(n / PEOPLE) === BEFORE;
        n += 1;
        const id = String(900 + person);
        return {
          ...message,
          authorId: id,
          personId: id,
          text: isHit ? `kingfisher${wordOf(person)}` : message.text,
        };
      }),
    );
  }
  db.close();
}

const wordOf = (person: number): string => 'uvwxyz'.charAt(person).repeat(3);

async function openHit(page: Page, person: number): Promise<number> {
  await page.keyboard.press('/');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(`kingfisher${wordOf(person)}`);
  const results = page.getByRole('listbox', { name: 'Results' }).getByRole('option');
  await results
    .filter({ hasText: `kingfisher${wordOf(person)}` })
    .first()
    .waitFor({ timeout: 60_000 });
  const [ms = 0] = await pressTimes(page, 'Enter', [inSight(`kingfisher${wordOf(person)}`)]);
  // Pages before and after it are loaded by then.
  await page.waitForTimeout(2_000);
  return ms;
}

const inSight = (word: string) => `(() => {
  const frame = document.querySelector('main section[aria-label^="History with"]')?.getBoundingClientRect();
  const hit = document.querySelector('main article[aria-current]');
  const box = hit?.getBoundingClientRect();
  return !!frame && !!box && box.top >= frame.top && box.bottom <= frame.bottom && hit.textContent.includes('${word}');
})()`;

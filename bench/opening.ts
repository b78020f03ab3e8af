import type { Page } from 'playwright-core';
import { run } from '#engine/store/sql.ts';
import { batchesOf, seededRandom } from './corpus.ts';
import { captureAll } from './ingest.ts';
import { pressTimes } from './pressTimes.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

const PEOPLE = 12;
const MESSAGES = 1_500;
/** By then the rest of a conversation is drawn, and the next key is no quick one. */
const REST_MS = 1_200;

/** Fills a workspace with conversations of 1,500 messages, the first half of which an agent has read. */
export async function fillWithLongConversations(dir: string): Promise<void> {
  const db = openWorkspace(dir);
  const store = captureAll(createCaptureContext(db));
  const total = PEOPLE * MESSAGES;
  let n = 0;
  for (const batch of batchesOf({ from: 0, to: total, total }, seededRandom(7))) {
    await store(
      batch.map((message) => {
        const id = String(900 + Math.floor(n / MESSAGES));
        n += 1;
        return { ...message, kind: 'post', authorId: id, personId: id };
      }),
    );
  }
  const read = `UPDATE conversations SET unread = 0, unread_from = NULL,
    read_through = (SELECT max(captured_at) FROM messages) WHERE person_id < ?`;
  run(db, read, String(900 + PEOPLE / 2));
  db.close();
}

/** The times in milliseconds from `j` to the frame that shows the next conversation: of those that are read, and of unread ones. */
export async function measureOpenings(
  page: Page,
): Promise<{ readonly read: number[]; readonly unread: number[] }> {
  await page.getByRole('option').first().waitFor({ timeout: 60_000 });
  const measured: number[] = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    await page.evaluate(`window.shownBefore = ${timeline}; undefined`);
    const [ms = 0] = await pressTimes(page, 'j', [isShown]);
    measured.push(ms);
    await page.waitForTimeout(REST_MS);
  }
  return { read: measured.slice(0, PEOPLE / 2), unread: measured.slice(PEOPLE / 2) };
}

const timeline = `document.querySelector('main section[aria-label^="History with"]')`;

const isShown = `(() => {
  const section = ${timeline};
  return !!section && section !== window.shownBefore
    && !section.parentElement.hasAttribute('data-unplaced') && !!section.querySelector('article');
})()`;

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from '../scripts/build/build.ts';
import { type LaunchOptions, launchPerch } from '../scripts/launch.ts';
import { prepare } from '../tools/prepare.ts';
import { batchesOf, seededRandom } from './corpus.ts';
import { measureFarHits } from './farHit.ts';
import { captureAll } from './ingest.ts';
import { type EndTimes, measureListEnd } from './listEnd.ts';
import { type Percentiles, toCell, toPercentiles } from './measure.ts';
import type { Row } from './table.ts';
import { createCaptureContext, openWorkspace } from './workspace.ts';

const PRESSES = 200;
/** Interval of a held key's repetition, in milliseconds. */
const REPEAT_MS = 60;

/** Measures the time from a key press to the painted row in the real window, with few and with many open conversations. */
export async function measureWindow(dir: string, conversations: number): Promise<Row[]> {
  await build();
  const preparation = await prepare();
  const rows: Row[] = [];
  for (const count of [3_000, conversations]) {
    const userData = join(dir, `window-${count}`);
    await fillWithConversations(join(userData, 'workspaces', 'demo'), count);
    const { readyMs, idle, moving, end } = await measureKeys({ userData, preparation }, count);
    rows.push(
      [`${count} conversations: start to queue`, `${readyMs.toFixed(0)} ms`, ''],
      ['key without effect, to the next frame', toCell(idle), ''],
      ['j, to the frame with the next row', toCell(moving), 'p95 <= 50'],
      ['End, to the frame with the last row, the first time', `${end.firstMs.toFixed(0)} ms`, '<= 100'],
      ['End, again', toCell(end.again), 'p95 <= 100'],
    );
  }
  preparation.close();
  const farHit = await measureFarHits(join(dir, 'far-hit'));
  rows.push([
    'Enter on a search hit 10000 messages back, to the frame that shows it',
    toCell(farHit),
    'p95 <= 1000',
  ]);
  return rows;
}

/** Fills a workspace with as many conversations: every message has an author of its own. */
export async function fillWithConversations(dir: string, total: number): Promise<void> {
  const db = openWorkspace(dir);
  const store = captureAll(createCaptureContext(db));
  for (const batch of batchesOf({ from: 0, to: total, total }, seededRandom(7))) {
    await store(batch.map((message) => ({ ...message, authorId: message.xId, personId: message.xId })));
  }
  db.close();
}

interface KeyTimes {
  readonly readyMs: number;
  readonly idle: Percentiles;
  readonly moving: Percentiles;
  readonly end: EndTimes;
}

async function measureKeys(options: LaunchOptions, count: number): Promise<KeyTimes> {
  const start = performance.now();
  const perch = await launchPerch({ ...options, args: ['--demo'] });
  try {
    await perch.page.getByRole('option').first().waitFor({ timeout: 60_000 });
    const readyMs = performance.now() - start;
    await perch.page.evaluate(watchFrames);
    const idle = await press(perch.page, 'Shift');
    const moving = await press(perch.page, 'j');
    return { readyMs, idle, moving, end: await measureListEnd(perch.page, count) };
  } finally {
    await perch.close();
  }
}

async function press(page: Page, key: string): Promise<Percentiles> {
  await page.evaluate('window.measured = []');
  for (let times = 0; times < PRESSES; times += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(REPEAT_MS);
  }
  return toPercentiles(await page.evaluate<number[]>('window.measured'));
}

/** Runs in the page: measures from each key press to the end of the next frame, or of the frame in which the selection moves. */
const watchFrames = `
  let pressedAt = 0;
  const painted = new MessageChannel();
  painted.port1.onmessage = () => window.measured.push(performance.now() - pressedAt);
  const frame = () => requestAnimationFrame(() => painted.port2.postMessage(null));
  document.addEventListener('keydown', (event) => {
    pressedAt = event.timeStamp;
    if (event.key === 'Shift') frame();
  }, { capture: true });
  const list = document.querySelector('[role="listbox"]');
  new MutationObserver(frame).observe(list, { attributeFilter: ['aria-activedescendant'] });
`;

import { join } from 'node:path';
import { launchPerch } from '../scripts/launch.ts';
import { batchesOf, seeded } from './corpus.ts';
import { captureAll } from './ingest.ts';
import { type Percentiles, toCell, toPercentiles } from './measure.ts';
import type { Row } from './table.ts';
import { openWorkspace, toContext } from './workspace.ts';

const PRESSES = 200;
/** As fast as a held key repeats, in milliseconds. */
const PAUSE_MS = 60;

/** From the key to the painted row in the real window, with few and with very many open conversations. */
export async function measureWindow(dir: string, conversations: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of [3_000, conversations]) {
    const userData = join(dir, `window-${count}`);
    await fill(join(userData, 'workspaces', 'demo'), count);
    const { ready, moving } = await moveAlong(userData);
    rows.push(
      [`${count} conversations: start to the queue`, `${ready.toFixed(0)} ms`, ''],
      [`${count} conversations: j to the painted row`, toCell(moving), 'p95 <= 50'],
    );
  }
  return rows;
}

// Each message is of another person, so that each opens a conversation.
async function fill(dir: string, total: number): Promise<void> {
  const db = openWorkspace(dir);
  const store = captureAll(toContext(db));
  for (const batch of batchesOf({ from: 0, to: total, total }, seeded(7))) {
    await store(batch.map((message) => ({ ...message, authorId: message.xId, personId: message.xId })));
  }
  db.close();
}

async function moveAlong(userData: string): Promise<{ ready: number; moving: Percentiles }> {
  const start = performance.now();
  const perch = await launchPerch({ userData, args: ['--demo'] });
  try {
    await perch.page.getByRole('option').first().waitFor({ timeout: 60_000 });
    const ready = performance.now() - start;
    await perch.page.evaluate(watchRows);
    for (let press = 0; press < PRESSES; press += 1) {
      await perch.page.keyboard.press('j');
      await perch.page.waitForTimeout(PAUSE_MS);
    }
    const taken = await perch.page.evaluate<number[]>('window.taken');
    return { ready, moving: toPercentiles(taken) };
  } finally {
    await perch.close();
  }
}

/** Runs in the page: notes for each key when the frame is over in which the list points to another row. */
const watchRows = `
  window.taken = [];
  let pressedAt = 0;
  document.addEventListener('keydown', (event) => { pressedAt = event.timeStamp; }, { capture: true });
  const painted = new MessageChannel();
  painted.port1.onmessage = () => window.taken.push(performance.now() - pressedAt);
  const watcher = new MutationObserver(() => requestAnimationFrame(() => painted.port2.postMessage(null)));
  watcher.observe(document.querySelector('[role="listbox"]'), { attributeFilter: ['aria-activedescendant'] });
`;

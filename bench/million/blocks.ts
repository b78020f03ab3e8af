import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { createEngine, type Engine } from '#engine/engine.ts';
import { putAccount } from '#engine/store/account.ts';
import { closeStore } from '#engine/store/open.ts';
import { get } from '#engine/store/sql.ts';
import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import { systemClock } from '#shared/systemClock.ts';
import { startSimulator } from '#simulator/simulator.ts';
import { spentOn } from '../measure.ts';
import type { Row } from '../table.ts';
import { writeTeamArchive } from '../teamArchive.ts';
import { openWorkspace } from '../workspace.ts';
import { erased, fillWithYears, longest } from './fill.ts';

const owner = { id: '9000003', handle: 'harbour', name: 'Harbour' };
const ARCHIVED = 60_000;

/** For how long the engine lets nobody have their turn while it does each long work, in a workspace of `total` messages, without the window. */
export async function measureBlocks(dir: string, total: number, keep: string | undefined): Promise<Row[]> {
  const filled = join(keep ?? join(dir, 'filled'), 'workspaces', 'demo');
  if (!existsSync(filled)) await fillWithYears(filled, total);
  const workspace = join(dir, 'workspace');
  cpSync(filled, workspace, { recursive: true });
  const db = openWorkspace(workspace);
  putAccount(db, owner, Date.now());
  const history = get<{ id: string }>(db, 'SELECT id FROM conversations WHERE person_id = ?', longest.id);
  closeStore(db);
  const simulator = await startSimulator({ clock: systemClock, limits: false, scenario: { account: owner } });
  const engine = startEngine(workspace, simulator.url);
  const archive = join(dir, 'twitter.zip');
  writeTeamArchive(archive, ARCHIVED, owner);
  const rows: Row[] = [];
  for (const [what, work] of toSteps(callsTo(engine), dir, archive, history?.id ?? ''))
    rows.push(await measureStep(what, work));
  await engine.stop();
  await simulator.close();
  return [['messages', String(total), ''], ['', 'ms, processor, longest block', ''], ...rows];
}

type Call = <M extends EngineMethod>(method: M, input: EngineInput<M>) => Promise<EngineOutput<M>>;

function callsTo(engine: Engine): Call {
  return async (method, input) => {
    const result = await engine.handle(method, input);
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
    return result.value as never;
  };
}

type Step = readonly [what: string, work: () => Promise<unknown>];

function toSteps(call: Call, dir: string, archive: string, longestConversation: string): Step[] {
  const rule = { afterDays: 730, tagId: null };
  const exportAs = (format: 'html' | 'json') =>
    call('conversations.export', {
      ids: [longestConversation],
      format,
      path: join(dir, `history.${format}`),
    });
  const erase = async ({ id, handle }: typeof erased) => {
    await call('people.eraseCheck', { id });
    await call('people.erase', { id, handle, deletesBackups: false });
  };
  return [
    ['the first poll cycle', () => call('capture.pollNow', {})],
    ['the preview of a retention rule', () => call('retention.preview', { rules: [rule] })],
    ['an export as HTML', () => exportAs('html')],
    ['an export as JSON', () => exportAs('json')],
    ['a backup', () => call('backups.make', {})],
    ['the erasure of a person with 3,000 messages', () => erase(erased)],
    [`an import of ${ARCHIVED} messages`, () => call('archive.import', { path: archive } as never)],
  ];
}

async function measureStep(what: string, work: () => Promise<unknown>): Promise<Row> {
  const blocks = monitorEventLoopDelay({ resolution: 1 });
  blocks.enable();
  await setTimeout(10);
  const { ms, processorMs } = await spentOn(work);
  await setTimeout(10);
  blocks.disable();
  const cells = [ms, processorMs, blocks.max / 1e6].map((one) => one.toFixed(0));
  console.error(what, ...cells);
  return [what, cells.join(', '), 'block <= 250'];
}

function startEngine(dataDir: string, xUrl: string): Engine {
  const opened = createEngine({
    ...{ dataDir, xUrl, agentName: 'Agent', pollSeconds: 0 },
    credentials: { tokens: { accessToken: 'demo-token' }, clientId: null },
    ...{ sink: { saveTokens: async () => {} }, clock: systemClock, log: () => {}, timeoutMs: 10_000 },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createEngine } from '#engine/engine.ts';
import type { EngineOptions } from '#engine/engineOptions.ts';
import { toCopyTime } from '#engine/store/copies.ts';
import { listNames } from '#engine/store/privateFiles.ts';
import { HOUR_MS } from '#shared/time.ts';
import { leafPages, spoilPage } from '../../support/damagedStore.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { testOptions } from '../../support/testOptions.ts';

type Replacement = Pick<EngineOptions, 'restore' | 'recover'>;

const OLD = ['my parcel'];
const PRESENT = ['my parcel too', 'my parcel'];

/** Puts what is in one folder into another, which has nothing else afterwards. */
function fill(dir: string, from: string): void {
  for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true, force: true });
  cpSync(from, dir, { recursive: true });
}

function save(dir: string): string {
  const copy = testFolder();
  fill(copy, dir);
  return copy;
}

/** A workspace of which the older half is in a backup that somebody is about to restore, in several states. The newest message is in the write-ahead log of those that are open. */
async function openWorkspaces() {
  const engine = await startTestEngine();
  await openConversation(engine, 'anna', 'my parcel');
  const { name } = await engine.call('backups.make', {});
  await engine.clock.advance(HOUR_MS);
  await engine.restart();
  await openConversation(engine, 'bo', 'my parcel too');
  await engine.call('backups.announceRestore', { name });
  const open = save(engine.dir);
  await engine.engine.stop();
  const closed = save(engine.dir);
  const damaged = save(open);
  // A page of a table without rows.
  spoilPage(join(damaged, 'perch.sqlite'), leafPages(join(engine.dir, 'perch.sqlite'), 'spikes')[0] ?? 0);
  return { engine, backup: name, states: { open, closed, damaged } };
}

/** What an engine was about to do when it was killed; null if it lived. */
async function replaceUntilKilled(
  dir: string,
  replacement: Replacement,
  nth: number,
): Promise<string | null> {
  const program = join(import.meta.dirname, 'dyingReplacer.ts');
  const child = spawn(process.execPath, [program, dir, JSON.stringify(replacement), String(nth)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code, signal] = await once(child, 'close');
  if (signal === 'SIGKILL') return said;
  expect(code).toBe(0);
  return null;
}

function reopen(engine: TestEngine, replacement: Replacement): boolean {
  const { dir: dataDir, clock, simulator } = engine;
  const options = { ...testOptions, dataDir, clock, xUrl: simulator.url, pollSeconds: 0, timeoutMs: 400 };
  const opened = createEngine({ ...options, log: () => {}, ...replacement });
  if (opened.ok) engine.engine = opened.value;
  return opened.ok;
}

const isReading = async (engine: TestEngine) =>
  await engine.engine.handle('settings.set', { undoSeconds: 20 }).then(({ ok }) => !ok);

/** Opens a workspace as `next` says. One that is damaged or gone is opened as `chosen` then, as by a person who is asked. */
async function openAgain(engine: TestEngine, next: Replacement, chosen: Replacement): Promise<void> {
  const isOpen = reopen(engine, next);
  if (isOpen && !(await isReading(engine))) return;
  if (isOpen) await engine.engine.stop();
  expect(reopen(engine, chosen)).toBe(true);
}

async function readTexts(engine: TestEngine): Promise<string[]> {
  const { items } = await engine.call('search.messages', { text: 'parcel' });
  return items.map(({ message }) => message.text.replace('@harbourhelp ', ''));
}

/** How many messages are in each backup, all of which have to be sound. */
async function readBackups(engine: TestEngine): Promise<number[]> {
  const { items } = await engine.call('backups.list', {});
  const facts = items.map(async ({ name }) => await engine.call('backups.inspect', { name }));
  return (await Promise.all(facts)).map(({ messages }) => messages);
}

const usual =
  /^(?:perch\.sqlite|lock\.sqlite|restore\.json|closed\.txt|store\.exists|copies|perch-\d{8}T\d{6}Z\.sqlite|perch-damaged-\d{8}T\d{6}Z\.sqlite(?:-wal)?)$/;

const getRestored = async (engine: TestEngine) => (await engine.call('system.info', {})).restored;

function expectNothingLeft(dir: string): void {
  expect(
    [...readdirSync(dir), ...listNames(join(dir, 'copies'))].filter((name) => !usual.test(name)),
  ).toEqual([]);
  const db = new Database(join(dir, 'perch.sqlite'), { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
}

/** The damaged store is kept once, with the log that belongs to it. */
function expectKept(dir: string, damaged: string): void {
  const kept = readdirSync(dir).filter((name) => name.startsWith('perch-damaged-'));
  expect(kept.map((name) => name.replace(/-\d{8}T\d{6}Z/, ''))).toEqual([
    'perch-damaged.sqlite',
    'perch-damaged.sqlite-wal',
  ]);
  for (const [n, end] of ['', '-wal'].entries()) {
    const was = readFileSync(join(damaged, `perch.sqlite${end}`));
    expect(readFileSync(join(dir, kept[n] ?? '')).equals(was), `perch.sqlite${end}`).toBe(true);
  }
}

/** Kills engines that replace the store, each one step later, until one lives. Calls `check` after each, with the next engine open. Returns the steps. */
async function killAtEachStep(
  engine: TestEngine,
  { from, chosen }: { readonly from: string; readonly chosen: Replacement },
  check: (isRepeated: boolean) => Promise<void>,
): Promise<string[]> {
  const steps: string[] = [];
  for (let n = 1; ; n += 1) {
    fill(engine.dir, from);
    const step = await replaceUntilKilled(engine.dir, chosen, n);
    if (step === null) return steps;
    steps.push(step.replaceAll(/-\d{8}T\d{6}Z/g, ''));
    const left = save(engine.dir);
    // The shell starts the engine again as before; a person starts Perch again.
    for (const next of [chosen, {}]) {
      fill(engine.dir, left);
      await openAgain(engine, next, chosen);
      await check(next === chosen);
      await engine.engine.stop();
      expectNothingLeft(engine.dir);
    }
  }
}

test.each(['closed', 'open'] as const)(
  'killed before each step of a restore, a workspace that was %s is the one of before or the restored one, and there is a way back',
  async (state) => {
    const { engine, backup, states } = await openWorkspaces();
    const steps = await killAtEachStep(
      engine,
      { from: states[state], chosen: { restore: backup } },
      async (isRepeated) => {
        const texts = await readTexts(engine);
        expect(isRepeated ? [OLD] : [OLD, PRESENT]).toContainEqual(texts);
        const restored = await getRestored(engine);
        expect(restored).toMatchObject({ at: toCopyTime(backup), isDone: texts.length === OLD.length });
        if (restored?.isDone) expect(await readBackups(engine)).toContain(PRESENT.length);
        const [newest] = (await engine.call('backups.list', {})).items;
        expect(restored?.wayBackAt).toBe(restored?.isDone ? newest?.at : null);
      },
    );
    expect(steps).toEqual([
      'renameSync restore.json.unfinished',
      'copyFileSync perch.sqlite',
      'renameSync perch.sqlite.recovered.unfinished',
      'copyFileSync perch.sqlite',
      'renameSync perch.sqlite.unfinished',
      'renameSync perch.sqlite.recovered',
      'writeFileSync store.open',
    ]);
  },
);

test.each(['restore', 'salvage'] as const)(
  'killed before each step of a %s, a damaged workspace is kept with its log, and replaced in the end',
  async (how) => {
    const { engine, backup, states } = await openWorkspaces();
    const chosen = how === 'restore' ? { restore: backup } : { recover: how };
    const steps = await killAtEachStep(engine, { from: states.damaged, chosen }, async () => {
      expect(await readTexts(engine)).toEqual(how === 'salvage' ? PRESENT : OLD);
      const restored = { at: toCopyTime(backup), isDone: true };
      const expected = how === 'salvage' ? undefined : expect.objectContaining(restored);
      expect(await getRestored(engine)).toEqual(expected);
      expectKept(engine.dir, states.damaged);
    });
    expect(steps.slice(-5)).toEqual([
      'renameSync perch.sqlite.recovered',
      'renameSync perch.sqlite',
      'renameSync perch.sqlite-wal',
      'renameSync perch.sqlite.ready',
      'writeFileSync store.open',
    ]);
  },
);

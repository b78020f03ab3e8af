import { expect } from 'vitest';
import { all } from '#engine/store/sql.ts';
import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import { bringToX, count, countOnX, countStored, entryOf, SECOND, send, type World } from './world.ts';

/** Something that an agent or capture does; `n` distinguishes the runs. */
export interface Flow {
  /** Lets only every so many-th call to SQLite fail, for flows where all of them would take too long. */
  readonly every: number;
  /** Creates what the flow needs. */
  readonly prepare: (world: World, n: number) => Promise<unknown>;
  readonly act: (world: World, n: number) => Promise<Result<unknown, AppError>>;
  /** Checks what must hold right after it, depending on whether the caller got a success. */
  readonly after: (world: World, n: number, acknowledged: boolean) => void;
  /** Checks what must hold once the disk works again. */
  readonly atLast: (world: World, n: number, acknowledged: boolean) => Promise<void>;
}

const countRows = (world: World, text: string) => count(world, 'SELECT 1 FROM outbox WHERE text = ?', text);
const countDrafts = (world: World, text: string) => count(world, 'SELECT 1 FROM drafts WHERE text = ?', text);
const hold = (world: World, n: number) => send(world, `answer ${n}.`, 10 * SECOND);

function idOf({ store }: World, n: number): string {
  return all<{ id: string }>(store, 'SELECT id FROM outbox WHERE text = ?', `answer ${n}.`)[0]?.id ?? '';
}

function approvalOf({ store }: World, n: number, state: string): string {
  const text = `SELECT id FROM approvals WHERE reply ->> '$.text' = ? AND state = ?`;
  return all<{ id: string }>(store, text, `answer ${n}.`, state)[0]?.id ?? '';
}

function lastStatusSet({ store }: World): string {
  const text = `SELECT id FROM activities WHERE kind = 'statusSet' ORDER BY at DESC, id DESC LIMIT 1`;
  return all<{ id: string }>(store, text)[0]?.id ?? '';
}

/** The flows in which nothing may be lost, by their names in test titles. */
export const flows: Readonly<Record<string, Flow>> = {
  'a round of capture': {
    every: 47,
    prepare: async ({ control }, n) => {
      control.mention({ from: `p${n}`, text: `mention ${n}.` });
      control.dm({ from: `q${n}`, text: `message ${n}.` });
    },
    act: async ({ handle }) => {
      const round = await handle('capture.pollNow', {});
      const failure = round.ok ? round.value.failures[0] : undefined;
      return failure ? err(failure.error) : round;
    },
    after: (world, n, acknowledged) => {
      if (!acknowledged) return;
      expect([countStored(world, `mention ${n}.`), countStored(world, `message ${n}.`)]).toEqual([1, 1]);
    },
    atLast: async (world, n) => {
      expect([countStored(world, `mention ${n}.`), countStored(world, `message ${n}.`)]).toEqual([1, 1]);
    },
  },
  'the sending of an answer': {
    every: 7,
    prepare: ({ handle, conversationId }, n) =>
      handle('drafts.save', { conversationId, channel: 'dm', text: `answer ${n}.` }),
    act: (world, n) => send(world, `answer ${n}.`),
    after: (world, n, acknowledged) => {
      expect([countRows(world, `answer ${n}.`), countDrafts(world, `answer ${n}.`)]).toEqual(
        acknowledged ? [1, 0] : [0, 1],
      );
    },
    atLast: async (world, n, acknowledged) => {
      await bringToX(world, `answer ${n}.`);
      expect((await entryOf(world, `answer ${n}.`))?.state).toBe(acknowledged ? 'sent' : undefined);
      expect(countOnX(world, `answer ${n}.`)).toBe(acknowledged ? 1 : 0);
    },
  },
  'the approval of an answer': {
    every: 7,
    prepare: async (world, n) => {
      await world.handle('agents.add', { name: `asking ${n}` });
      const reply = { conversationId: world.conversationId, channel: 'dm', text: `answer ${n}.` } as const;
      await world.handle('approvals.ask', { reply, approver: null });
      await world.handle('agents.add', { name: `approving ${n}` });
    },
    act: (world, n) =>
      world.handle('approvals.approve', { id: approvalOf(world, n, 'waiting'), despite: true }),
    after: (world, n, acknowledged) => {
      const isThere = [countRows(world, `answer ${n}.`), approvalOf(world, n, 'approved') === '' ? 0 : 1];
      expect(isThere).toEqual(acknowledged ? [1, 1] : [0, 0]);
    },
    atLast: async (world, n, acknowledged) => {
      await bringToX(world, `answer ${n}.`);
      expect(countOnX(world, `answer ${n}.`)).toBe(acknowledged ? 1 : 0);
      expect(approvalOf(world, n, 'waiting') === '').toBe(acknowledged);
    },
  },
  'the word that a stopped answer goes out': {
    every: 11,
    prepare: async (world, n) => {
      await hold(world, n);
      world.control.mention({ from: 'anna', text: `and ${n}` });
      await world.handle('capture.pollNow', {});
      await world.pass(10 * SECOND);
    },
    act: (world, n) => world.handle('outbox.confirm', { id: idOf(world, n) }),
    after: (world, n, acknowledged) => {
      const asks = count(world, `SELECT 1 FROM outbox WHERE id = ? AND state = 'stopped'`, idOf(world, n));
      expect(asks).toBe(acknowledged ? 0 : 1);
    },
    atLast: async (world, n) => {
      await bringToX(world, `answer ${n}.`);
      expect((await entryOf(world, `answer ${n}.`))?.state).toBe('sent');
      expect(countOnX(world, `answer ${n}.`)).toBe(1);
    },
  },
  'the taking back of an answer': {
    every: 5,
    prepare: (world, n) => hold(world, n),
    act: (world, n) => world.handle('outbox.cancel', { id: idOf(world, n) }),
    after: (world, n, acknowledged) => {
      expect(countRows(world, `answer ${n}.`)).toBe(acknowledged ? 0 : 1);
      expect(count(world, `SELECT 1 FROM drafts WHERE text LIKE '%answer ${n}.%'`)).toBe(
        acknowledged ? 1 : 0,
      );
    },
    atLast: async (world, n, acknowledged) => {
      await bringToX(world, `answer ${n}.`);
      expect(countOnX(world, `answer ${n}.`)).toBe(acknowledged ? 0 : 1);
    },
  },
  'the undoing of a resolution': {
    every: 3,
    prepare: async ({ handle, conversationId }) => {
      await handle('conversations.setStatus', { id: conversationId, status: 'open' });
      await handle('conversations.setStatus', { id: conversationId, status: 'resolved' });
    },
    act: (world) => world.handle('activities.undo', { id: lastStatusSet(world) }),
    after: (world, _n, acknowledged) => {
      const id = lastStatusSet(world);
      const undone = count(
        world,
        `SELECT 1 FROM activities WHERE kind = 'undone' AND facts ->> 'activityId' = ?`,
        id,
      );
      const opened = count(
        world,
        `SELECT 1 FROM conversations WHERE id = ? AND status = 'open'`,
        world.conversationId,
      );
      expect([undone, opened]).toEqual(acknowledged ? [1, 1] : [0, 0]);
    },
    atLast: async () => {},
  },
  'the adding of a note': {
    every: 3,
    prepare: async () => {},
    act: ({ handle, conversationId }, n) =>
      handle('notes.add', { conversationId, text: `note ${n}. of @Agent`, agent: 'Robot' }),
    after: (world, n, acknowledged) => {
      const text = `note ${n}. of @Agent`;
      const rows = count(world, 'SELECT 1 FROM notes WHERE text = ?', text);
      const found = count(
        world,
        `SELECT 1 FROM notes_fts WHERE notes_fts MATCH '"note ' || ? || ' of"'`,
        String(n),
      );
      expect([rows, found]).toEqual(acknowledged ? [1, 1] : [0, 0]);
    },
    atLast: async () => {},
  },
  'the change of a canned response': {
    every: 3,
    prepare: ({ handle }, n) =>
      handle('library.create', {
        title: `canned ${n}.`,
        shortcut: `canned-${n}`,
        texts: [{ language: null, channel: null, text: `wording ${n}.` }],
      }),
    act: (world, n) => {
      const text = 'SELECT id FROM canned_responses WHERE title = ?';
      const [row] = all<{ id: string }>(world.store, text, `canned ${n}.`);
      return world.handle('library.update', { id: row?.id ?? '', folder: `folder ${n}.` });
    },
    after: (world, n, acknowledged) => {
      const rows = count(world, 'SELECT 1 FROM canned_responses WHERE folder = ?', `folder ${n}.`);
      const found = count(
        world,
        `SELECT 1 FROM canned_fts WHERE canned_fts MATCH '"wording ' || ? || '"'`,
        String(n),
      );
      expect([rows, found]).toEqual(acknowledged ? [1, 1] : [0, 1]);
    },
    atLast: async () => {},
  },
  'the change of settings': {
    every: 5,
    prepare: async () => {},
    act: ({ handle }, n) =>
      handle('settings.set', { agentName: `Mia ${n}`, undoSeconds: n % 30, reopenHours: 24 + n }),
    after: (world, n, acknowledged) => {
      const written = count(
        world,
        `SELECT 1 FROM settings WHERE name = 'reopenHours' AND value = ? UNION ALL SELECT 1 FROM agents WHERE name = ?`,
        String(24 + n),
        `Mia ${n}`,
      );
      const noted = count(world, `SELECT 1 FROM activities WHERE facts LIKE '%Mia ${n}"%'`);
      expect([written, noted]).toEqual(acknowledged ? [2, 1] : [0, 0]);
    },
    atLast: async () => {},
  },
  'a login': {
    every: 13,
    prepare: async () => {},
    act: ({ handle }) => handle('account.useToken', { token: 'demo-token' }),
    after: () => {},
    atLast: async ({ handle, events }) => {
      expect(await handle('account.useToken', { token: 'demo-token' })).toMatchObject({ ok: true });
      expect(events.map(({ name }) => name)).not.toContain('account.signedOut');
    },
  },
};

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createEnginePorts, type EnginePorts } from '#renderer/engine/enginePorts.ts';
import { useUi } from '#renderer/state/ui.ts';
import { emptyHistory } from '#renderer/workspace/history.ts';
import { nothingLoaded } from '#renderer/workspace/loadedHistory.ts';
import { createPlaceKeeper } from '#renderer/workspace/placeKeeper.ts';
import { createWorkspaceOpener, type WorkspaceOpener } from '#renderer/workspace/workspaceOpener.ts';
import { ok } from '#shared/result.ts';
import { aMessage, testInfo } from '../support/builders.ts';
import { createFakeEngine, type FakeEngine } from '../support/fakeEngine.ts';

const gone = { ok: false, error: { code: 'engineGone' } };
let ports: EnginePorts;
let opener: WorkspaceOpener;
let engineOfA: FakeEngine;
let engineOfB: FakeEngine;

beforeEach(() => {
  ports = createEnginePorts();
  opener = createWorkspaceOpener(
    ports,
    createPlaceKeeper({}, () => {}),
  );
  const start = () => createFakeEngine({ 'system.info': () => ok(testInfo), 'drafts.save': () => ok({}) });
  engineOfA = start();
  engineOfB = start();
});

describe('ports', () => {
  it('reach the workspace that they are for, even if they arrive before it is opened', async () => {
    ports.deliver('a', engineOfA.connect());
    expect(await opener.open('a').link.call('system.info', {})).toEqual(ok(testInfo));
    expect(engineOfA.calls).toHaveLength(1);
  });

  it('never reach another workspace', () => {
    const a = opener.open('a');
    ports.deliver('b', engineOfB.connect());
    expect(a.link.state()).toBe('waiting');
    ports.deliver('a', engineOfA.connect());
    const b = opener.open('b');
    ports.deliver('a', engineOfA.connect());
    expect(b.link.state()).toBe('waiting');
    expect(a.link.state()).toBe('closed');
  });
});

describe('calls', () => {
  it('that wait for an engine fail when their workspace is closed, and never reach the next one', async () => {
    const a = opener.open('a');
    const waiting = a.link.call('system.info', {});
    opener.open('b');
    ports.deliver('b', engineOfB.connect());
    expect(await waiting).toEqual(gone);
    expect(await a.link.call('system.info', {})).toEqual(gone);
    expect(engineOfB.calls).toEqual([]);
  });

  it('that are under way fail when their workspace is closed', async () => {
    engineOfA.handle({ 'system.info': () => new Promise(() => {}) });
    ports.deliver('a', engineOfA.connect());
    const underWay = opener.open('a').link.call('system.info', {});
    opener.close();
    expect(await underWay).toEqual(gone);
  });

  it('wait while the engine of the same workspace restarts', async () => {
    ports.deliver('a', engineOfA.connect());
    const a = opener.open('a');
    engineOfA.die();
    const waiting = opener.open('a').link.call('system.info', {});
    ports.deliver('a', engineOfA.connect());
    expect(await waiting).toEqual(ok(testInfo));
    expect(opener.open('a')).toBe(a);
  });
});

describe('remembered data', () => {
  it('is unknown to another workspace under the same conversation id', () => {
    const a = opener.open('a');
    a.drafts.set('c1', 'dm', 'For A only');
    a.replyChoices.getState().target('c1', 'post-1');
    a.memory.of('c1').loaded = {
      ...nothingLoaded,
      newest: { ...emptyHistory, messages: [aMessage({ kind: 'dm' })] },
    };
    const b = opener.open('b');
    expect(b.drafts.get('c1', 'dm')).toBe('');
    expect(b.replyChoices.getState().targets).toEqual({});
    expect(b.memory.of('c1')).toEqual({});
    expect(b.queries).not.toBe(a.queries);
  });

  it('survives a restart of the engine', () => {
    ports.deliver('a', engineOfA.connect());
    opener.open('a').drafts.set('c1', 'dm', 'Half a thought');
    engineOfA.die();
    ports.deliver('a', engineOfA.connect());
    expect(opener.open('a').drafts.get('c1', 'dm')).toBe('Half a thought');
  });

  it('is reset with each workspace for lists and search', () => {
    opener.open('a');
    useUi.setState({ selectedId: 'c1', view: 'all', searchText: 'parcel' });
    opener.open('b');
    expect(useUi.getState()).toMatchObject({ selectedId: null, view: 'queue', searchText: '' });
  });
});

describe('a draft that did not reach its engine', () => {
  it('is saved by the same workspace when it is opened again, and by no other', async () => {
    vi.useFakeTimers();
    const a = opener.open('a');
    a.drafts.restore('c1', 'dm', 'Half a');
    a.drafts.set('c1', 'dm', 'Half a thought');
    opener.open('b');
    ports.deliver('b', engineOfB.connect());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(engineOfB.callsOf('drafts.save')).toEqual([]);

    const again = opener.open('a');
    ports.deliver('a', engineOfA.connect());
    again.drafts.restore('c1', 'dm', 'Half a');
    expect(again.drafts.get('c1', 'dm')).toBe('Half a thought');
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(engineOfA.callsOf('drafts.save')).toEqual([
      { conversationId: 'c1', channel: 'dm', text: 'Half a thought' },
    ]);
  });
});

import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { BeginGate } from '#renderer/features/Begin/BeginGate.tsx';
import type { Estimate } from '#shared/domain/estimate.ts';
import { err, ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { testBudget, testSettings } from '../support/builders.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const exactly = (value: number) => ({ least: value, most: value });
const unknown = { least: 0, most: null };

/** What X says about an account with 12 mentions a week; private messages only if they were counted. */
function anEstimate(since: readonly (number | null)[], countDms: boolean): Estimate {
  const dms = countDms ? exactly(1_204) : unknown;
  const usd = countDms ? exactly(12.05) : { least: 0.012, most: null };
  return {
    begins: since.map((from) => ({ since: from, mentions: exactly(12), dms, ownPosts: exactly(1), usd })),
    perDay: {
      mentions: exactly(2),
      dms,
      ownPosts: exactly(0),
      usd: countDms ? exactly(2.4) : unknown,
      checksUsd: 0,
    },
    posts: 'counted',
    dms: countDms ? 'projected' : 'unknown',
    spentUsd: 0.01,
    countDmsUsd: 0.2,
  };
}

function open(handlers: FakeHandlers = {}) {
  let isHeld = true;
  const rendered = renderWithEngine(
    <BeginGate>
      <p>The queue</p>
    </BeginGate>,
    {
      shell: { workspace: { kind: 'account', id: 'w1', handle: 'harbourhelp' } },
      handlers: {
        'capture.status': () => ok({ sources: [], ...(isHeld ? { isHeld } : {}) }),
        'capture.estimate': ({ since, countDms }) => ok(anEstimate(since, countDms)),
        'budget.set': (change) => ok({ ...testBudget, ...withoutUndefined(change) }),
        'capture.begin': ({ since }) => {
          isHeld = false;
          return ok({ since });
        },
        ...handlers,
      },
    },
  );
  return rendered;
}

const start = () => screen.getByRole('button', { name: 'Start reading' });

describe('the screen before the first poll', () => {
  it('does not stand before a workspace that has begun', async () => {
    open({ 'capture.status': () => ok({ sources: [] }) });
    expect(await screen.findByText('The queue')).toBeTruthy();
  });

  it('says for each beginning what is read and what it costs, and asks X once', async () => {
    const { engine } = open();
    expect(await screen.findAllByText('from $0.01')).toHaveLength(4);
    expect(screen.getAllByText('12 mentions · private messages: not known · 1 post of yours')).toHaveLength(
      4,
    );
    expect(engine.callsOf('capture.estimate')).toHaveLength(1);
    expect(engine.callsOf('capture.begin')).toEqual([]);
  });

  it('projects private messages when asked to, and says what that costs before', async () => {
    const { user, engine } = open();
    await user.click(await screen.findByRole('button', { name: 'Work it out (up to $0.20)' }));
    expect(await screen.findAllByText('about $12.05')).toHaveLength(4);
    expect(screen.getAllByText(/^12 mentions · about 1,200 private messages/)).toHaveLength(4);
    expect(screen.getByText('After that, each day: about $2.40; a month: about $72.00')).toBeTruthy();
    expect(engine.callsOf('capture.estimate').at(-1)).toMatchObject({ countDms: true });
  });

  it('sets cap and name, then begins at the chosen time, once for two clicks', async () => {
    const { user, engine } = open();
    await user.click(await screen.findByRole('radio', { name: /^The last 7 days/ }));
    const cap = screen.getByLabelText('Monthly cap (US dollars)');
    await user.clear(cap);
    await user.type(cap, '7.50');
    const name = screen.getByLabelText('Your name');
    await waitFor(() => expect((name as HTMLInputElement).value).toBe(testSettings.agentName));
    await user.clear(name);
    await user.type(name, 'Iris');
    await user.dblClick(start());
    await waitFor(() => expect(engine.callsOf('capture.begin')).toHaveLength(1));
    const commands = engine.calls.filter(({ method }) => /\.(set|begin)$/.test(method));
    expect(commands.map(({ method }) => method)).toEqual(['budget.set', 'settings.set', 'capture.begin']);
    expect(commands[0]?.input).toEqual({ monthlyCapUsd: 7.5 });
    expect(commands[1]?.input).toEqual({
      agentName: 'Iris',
      officeHours: {
        ranges: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
        holidays: [],
        timeZone: null,
      },
    });
    const { since } = engine.callsOf('capture.begin')[0] ?? {};
    expect(Math.abs(Date.now() - Number(since) - 7 * 86_400_000)).toBeLessThan(60_000);
    act(() => engine.emit('settings.changed', {}));
    expect(await screen.findByText('The queue')).toBeTruthy();
  });

  it.each([
    ['', null],
    ['0', 0],
  ])('begins everything with the cap “%s”', async (text, monthlyCapUsd) => {
    const { user, engine } = open();
    await user.click(await screen.findByRole('radio', { name: /^Everything X still shows/ }));
    await user.clear(screen.getByLabelText('Monthly cap (US dollars)'));
    if (text !== '') await user.type(screen.getByLabelText('Monthly cap (US dollars)'), text);
    await user.click(screen.getByRole('radio', { name: 'Always' }));
    await user.click(start());
    await waitFor(() => expect(engine.callsOf('capture.begin')).toEqual([{ since: null }]));
    expect(engine.callsOf('settings.set')).toEqual([{ officeHours: null }]);
    expect(engine.callsOf('budget.set')).toEqual([{ monthlyCapUsd }]);
  });

  it('does not begin before cap and name are valid', async () => {
    const { user } = open();
    await screen.findAllByText('from $0.01');
    await user.type(screen.getByLabelText('Monthly cap (US dollars)'), ' or so');
    expect(start()).toHaveProperty('disabled', true);
    await user.clear(screen.getByLabelText('Monthly cap (US dollars)'));
    await user.clear(screen.getByLabelText('Your name'));
    expect(start()).toHaveProperty('disabled', true);
  });

  it('reads nothing where the cap could not be saved, and says so', async () => {
    const { user, engine } = open({
      'budget.set': () => err({ code: 'storeUnwritable', file: '/w', detail: 'SQLITE_FULL' }),
    });
    await screen.findAllByText('from $0.01');
    await user.click(start());
    expect((await screen.findByRole('alert')).textContent).toContain('disk');
    expect(engine.callsOf('capture.begin')).toEqual([]);
  });

  it('can begin while X does not answer, and says why there are no numbers', async () => {
    const { user, engine } = open({ 'capture.estimate': () => err({ code: 'offline' }) });
    expect((await screen.findByRole('alert')).textContent).toContain('X gave no count');
    await user.click(start());
    await waitFor(() => expect(engine.callsOf('capture.begin')).toHaveLength(1));
  });

  it('can be left for later', async () => {
    const { user, shell } = open();
    await user.click(await screen.findByRole('button', { name: 'Not now' }));
    expect(shell.calls.at(-1)?.method).toBe('workspace.close');
  });
});

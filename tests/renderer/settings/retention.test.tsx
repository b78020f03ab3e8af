import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { RetentionSettings } from '#renderer/features/Settings/RetentionSettings.tsx';
import type { RetentionRule, RetentionRun } from '#shared/domain/retention.ts';
import { ok } from '#shared/result.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

function draw(start: RetentionRule[] = [], lastRun: RetentionRun | null = null) {
  const sets: RetentionRule[][] = [];
  let runs = 0;
  let counts = 0;
  renderWithEngine(<RetentionSettings />, {
    handlers: {
      'retention.get': () => ok({ rules: sets.at(-1) ?? start, lastRun }),
      'retention.set': ({ rules }) => {
        sets.push(rules);
        return ok({ rules, lastRun });
      },
      'retention.preview': () => {
        counts += 1;
        return ok({ conversations: 1_204, messages: 9_000, oldestAt: Date.UTC(2021, 10, 3, 12) });
      },
      'retention.run': () => {
        runs += 1;
        return ok({ conversations: 1_204, messages: 9_000 });
      },
    },
  });
  return { sets, runs: () => runs, counts: () => counts };
}

it('says what a rule would erase before it is added, and adds none without a yes', async () => {
  const { sets } = draw();
  expect(
    await screen.findByText(/^Would erase 1,204 conversations now, the oldest of .*Nov.* 3, 2021/),
  ).toBeDefined();
  expect(screen.queryByText('Erase now…')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Add this rule…' }));
  expect(sets).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Add the rule' }));
  expect(await screen.findByText('Without a message for 730 days')).toBeDefined();
  expect(sets).toEqual([[{ afterDays: 730, tagId: null }]]);
});

it('removes a rule', async () => {
  const { sets } = draw([{ afterDays: 365, tagId: null }]);
  fireEvent.click(await screen.findByRole('button', { name: /^Remove the rule/ }));
  await screen.findByText('New rule');
  expect(sets).toEqual([[]]);
});

it('runs the rules at once after a question, and says what was erased last', async () => {
  const { runs } = draw([{ afterDays: 365, tagId: null }], { conversations: 3, messages: 9, at: 0 });
  expect(await screen.findByText(/^Last erased: 3 conversations/)).toBeDefined();
  await screen.findAllByText(/Would erase 1,204/);
  fireEvent.click(screen.getByRole('button', { name: 'Erase now…' }));
  expect(runs()).toBe(0);
  fireEvent.click(screen.getByRole('button', { name: 'Erase for good' }));
  const button = await screen.findByRole('button', { name: /Eras/ });
  expect(runs()).toBe(1);
  // A browser takes the focus from a button that is disabled.
  expect(document.activeElement).toBe(button);
  expect(button).toHaveProperty('disabled', false);
});

it('counts nothing before somebody looks at it, and says meanwhile that it is counted', async () => {
  let look = () => {};
  class Unseen extends IntersectionObserver {
    override observe() {
      look = () => super.observe(document.body);
    }
  }
  vi.stubGlobal('IntersectionObserver', Unseen);
  onTestFinished(() => void vi.unstubAllGlobals());
  const { counts } = draw([{ afterDays: 365, tagId: null }]);
  expect(await screen.findAllByText('Counting what it would erase…')).toHaveLength(2);
  const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
  expect(button('Add this rule…').disabled).toBe(true);
  expect(button('Erase now…').getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(button('Erase now…'));
  expect(screen.queryByText('Erase for good')).toBeNull();
  expect(counts()).toBe(0);
  act(() => look());
  await waitFor(() => expect(screen.getAllByText(/^Would erase 1,204/)).toHaveLength(2));
  expect(counts()).toBe(2);
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { personPrefix, toScore } from '#renderer/features/Palette/toScore.ts';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { aConversation } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

describe('the palette', () => {
  const handlers = { 'search.quick': () => ok({ items: [aConversation({ id: 'c7' })] }) };

  it('runs a command by a few letters, also from inside a text field', async () => {
    const { user } = renderWithEngine(<Frame />, { handlers: { 'search.quick': () => ok({ items: [] }) } });
    await screen.findByText('Live');
    await user.keyboard('/{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Command palette' });
    await waitFor(() => expect(within(palette).getByRole('combobox')).toBe(document.activeElement));
    await user.keyboard('snoozed{Enter}');
    await waitFor(() => expect(useUi.getState().view).toBe('snoozed'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('finds people and opens their conversation', async () => {
    const { user } = renderWithEngine(<Frame />, { handlers });
    await screen.findByText('Live');
    await user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Command palette' });
    await user.keyboard('ann');
    await user.click(await within(palette).findByText('Anna de Vries'));
    await waitFor(() => expect(useUi.getState().selectedId).toBe('c7'));
  });

  it('closes with the keys that opened it', async () => {
    const { user } = renderWithEngine(<Frame />, { handlers });
    await screen.findByText('Live');
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog');
    await user.keyboard('{Control>}k{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('toScore', () => {
  it.each([
    ['resolve', 'res', ['Resolve'], 1],
    ['view.resolved', 'res', ['Go to Resolved'], 0.6],
    ['view.resolved', 'clotur', ['Aller à «\u202fClôturées\u202f»'], 0.6],
    ['theme', 'dark the', ['Dark theme'], 1],
    ['theme', 'theme da', ['Dark theme'], 0.4],
    ['theme', 'zz', ['Dark theme'], 0],
    [`${personPrefix}c1`, 'anan', [], 0.8],
  ])('of %s for %s', (value, typed, keywords, score) => {
    expect(toScore(value, typed, keywords)).toBe(score);
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { toScore } from '#renderer/features/Palette/toScore.ts';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { aConversation } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

describe('the palette', () => {
  const handlers = { 'search.quick': () => ok({ items: [aConversation({ id: 'c7' })] }) };

  it('finds and runs a command by a few letters, even from a text field', async () => {
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
    const { user, engine } = renderWithEngine(<Frame />, { handlers });
    await screen.findByText('Live');
    await user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Command palette' });
    expect(engine.callsOf('search.prepare')).toEqual([{}]);
    await user.keyboard('ann');
    await user.click(await within(palette).findByText('Anna de Vries'));
    await waitFor(() => expect(useUi.getState().selectedId).toBe('c7'));
  });

  it('closes with the shortcut that opened it', async () => {
    const { user } = renderWithEngine(<Frame />, { handlers });
    await screen.findByText('Live');
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog');
    await user.keyboard('{Control>}k{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('the highlighted choice', () => {
  it('is the best one, even where people arrive after it', async () => {
    let arrive = () => {};
    const people = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const handlers = {
      'search.quick': async () => {
        await people;
        return ok({ items: [aConversation({ id: 'c7' }), aConversation({ id: 'c8' })] });
      },
    };
    const { user } = renderWithEngine(<Frame />, { handlers });
    await screen.findByText('Live');
    await user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Command palette' });
    await user.keyboard('dark');
    await waitFor(() => expect(highlighted(palette)).toBe('Dark theme'));
    arrive();
    expect(await within(palette).findAllByText('Anna de Vries')).toHaveLength(2);
    expect(highlighted(palette)).toBe('Dark theme');
  });

  it('moves to the person who fits better as soon as they arrive', async () => {
    const handlers = { 'search.quick': () => ok({ items: [aConversation({ id: 'c7' })] }) };
    const { user } = renderWithEngine(<Frame />, { handlers });
    await screen.findByText('Live');
    await user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Command palette' });
    await user.keyboard('resolved');
    await waitFor(() => expect(highlighted(palette)).toContain('Anna de Vries'));
  });

  it('stays where the arrow keys have moved it', async () => {
    const handlers = { 'search.quick': () => ok({ items: [] }) };
    const { user } = renderWithEngine(<Frame />, { handlers });
    await screen.findByText('Live');
    await user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Command palette' });
    await user.keyboard('theme');
    await waitFor(() => expect(highlighted(palette)).not.toBe(''));
    const first = highlighted(palette);
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(highlighted(palette)).not.toBe(first));
  });
});

function highlighted(palette: HTMLElement): string {
  return palette.querySelector('[cmdk-item][aria-selected="true"]')?.textContent ?? '';
}

describe('toScore', () => {
  it.each([
    ['Resolve', 'res', 1],
    ['Go to Resolved', 'res', 0.6],
    ['Aller à «\u202fClôturées\u202f»', 'clotur', 0.6],
    ['Dark theme', 'dark the', 1],
    ['Dark theme', 'theme da', 0.4],
    ['Dark theme', 'zz', 0],
  ])('of %s for %s', (label, typed, score) => {
    expect(toScore(label, typed)).toBe(score);
  });
});

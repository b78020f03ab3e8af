import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { HandoversScreen } from '#renderer/features/Handovers/HandoversScreen.tsx';
import { ok } from '#shared/result.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

it('says which key asks for a private message while there are no handovers', async () => {
  renderWithEngine(<HandoversScreen />);
  expect(await screen.findByText('No handovers in this period')).toBeDefined();
});

it('shows how many arrived, how sure that is and how fast they came, by wording', async () => {
  const half = { value: 0.5, low: 0.09, high: 0.91 };
  const figures = { sent: 2, arrived: 1, waiting: 1, share: half, medianMs: 720_000, p90Ms: 720_000 };
  const none = {
    sent: 1,
    arrived: 0,
    waiting: 1,
    share: { value: 0, low: 0, high: 0.79 },
    medianMs: null,
    p90Ms: null,
  };
  const { engine, user } = renderWithEngine(<HandoversScreen />, {
    handlers: {
      'reports.handovers': () =>
        ok({
          ...figures,
          groups: [
            { language: 'nl', withLink: true, ...figures },
            { language: 'fr', withLink: false, ...none },
          ],
        }),
    },
  });
  expect(await screen.findByText('1 of 2 arrived')).toBeDefined();
  expect(screen.getByText('between 9% and 91% in the long run')).toBeDefined();
  expect(screen.getByText('1 still waiting')).toBeDefined();
  const [, dutch, french] = within(screen.getByRole('table')).getAllByRole('row');
  expect(dutch?.textContent).toContain('Dutch, with the link');
  expect(dutch?.textContent).toMatch(/12\smin$/);
  expect(french?.textContent).toContain('French, in words');
  expect(french?.textContent).toMatch(/–$/);
  const [before] = engine.callsOf('reports.handovers');
  await user.click(screen.getByRole('radio', { name: 'Last month' }));
  expect(engine.callsOf('reports.handovers').at(-1)).not.toEqual(before);
});

import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '#shared/result.ts';
import { drawComposer, publicField, publicSend } from './support/drawComposer.tsx';

/** The customer writes Dutch; a reply with "English" or "Français" in it is in that language. */
const drawDutch = () =>
  drawComposer({
    'replies.options': ({ text }) => {
      const reply = text.includes('English') ? 'en' : text.includes('Français') ? 'fr' : 'nl';
      return ok({
        public: { possible: true, usd: 0.01, openOnXUrl: null, privateData: [] },
        dm: { possible: true, usd: 0.015 },
        mentions: [],
        languages: { customer: 'nl', reply, differ: reply !== 'nl' },
      });
    },
  });

const warning = () => screen.queryByText(/writes in Dutch, and this reply is in/);

describe('the language of the customer', () => {
  it('is shown before anything is written', async () => {
    drawDutch();
    expect(await screen.findByText('Anna writes in Dutch')).toBeTruthy();
    expect(warning()).toBeNull();
  });

  it('is named when a reply is in another, which can be sent', async () => {
    const { user, engine } = drawDutch();
    await user.type(await publicField(), 'In English');
    expect(await screen.findByText('Anna writes in Dutch, and this reply is in English.')).toBeTruthy();
    await user.click(publicSend());
    await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(1));
    await waitFor(() => expect(warning()).toBeNull());
  });

  it('is not named again for this draft once that is accepted, but for a third language', async () => {
    const { user } = drawDutch();
    await user.type(await publicField(), 'In English');
    (await screen.findByRole('button', { name: 'Reply in English' })).focus();
    await user.keyboard('{Enter}');
    expect(warning()).toBeNull();
    await user.type(await publicField(), ' again');
    expect(warning()).toBeNull();
    await user.clear(await publicField());
    await user.type(await publicField(), 'In Français');
    expect(await screen.findByText('Anna writes in Dutch, and this reply is in French.')).toBeTruthy();
  });
});

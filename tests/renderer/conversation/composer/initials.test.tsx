import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '#shared/result.ts';
import { testSettings } from '../../support/builders.ts';
import type { FakeHandlers } from '../../support/fakeEngine.ts';
import { drawComposer, publicField } from './support/drawComposer.tsx';

const drawSigned = (signedChannels: ('public' | 'dm')[], handlers: FakeHandlers = {}) =>
  drawComposer({
    'settings.get': () => ok({ ...testSettings, initials: 'AB', signedChannels }),
    ...handlers,
  });

const mark = () => screen.queryByRole('img', { name: 'Ends with your initials: ^AB' });

describe('initials', () => {
  it('stand at the counter, count towards the length, and are in the bubble at once', async () => {
    const { user, engine } = drawSigned(['public'], { 'replies.send': () => new Promise(() => {}) });
    await user.type(await publicField(), 'On its way!');
    await waitFor(() => expect(mark()).not.toBeNull());
    expect(
      screen.getByRole('img', { name: `${280 - 'On its way! ^AB'.length} characters left` }),
    ).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('On its way! ^AB')).toBeTruthy();
    await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(1));
    expect(engine.callsOf('replies.send')[0]).toMatchObject({ text: 'On its way!' });
  });

  it('are not added on another channel, nor behind others', async () => {
    const { user } = drawSigned(['public']);
    await user.type(await publicField(), 'On its way! ^CD');
    expect(mark()).toBeNull();
    await user.clear(await publicField());
    await waitFor(() => expect(mark()).not.toBeNull());
    await user.click(screen.getByRole('radio', { name: /Private message to/ }));
    await waitFor(() => expect(mark()).toBeNull());
  });

  it('stand in the last part of a thread, and make one of a text that fits without them', async () => {
    const { user, engine } = drawSigned(['public']);
    await user.click(await publicField());
    await user.paste(`${'a'.repeat(250)} ${'b'.repeat(28)}`);
    expect(await screen.findByText(`${'b'.repeat(28)} ^AB (2/2)`)).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(engine.callsOf('replies.send')[0]).toMatchObject({ thread: true }));
  });
});

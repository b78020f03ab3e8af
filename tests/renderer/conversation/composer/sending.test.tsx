import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useUi } from '#renderer/state/ui.ts';
import type { AppError } from '#shared/errors.ts';
import { err } from '#shared/result.ts';
import { aMessage } from '../../support/builders.ts';
import {
  dmField,
  dmSend,
  drawComposer,
  publicField,
  publicSend,
  withMessages,
} from './support/drawComposer.tsx';

const refusal: AppError = {
  code: 'guardRefused',
  warnings: [{ code: 'personalData', items: [{ kind: 'phone', start: 5, end: 18 }] }],
};

describe('sending', () => {
  it('sends with Ctrl and Enter to the newest post, and empties the field', async () => {
    const { user, engine } = drawComposer();
    await user.type(await publicField(), 'On its way!');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(engine.callsOf('replies.send')).toEqual([
        {
          conversationId: 'c1',
          channel: 'public',
          text: 'On its way!',
          inReplyTo: 'post-1',
          seenThrough: 'post-1',
          overrule: [],
        },
      ]),
    );
    expect(await publicField()).toHaveProperty('value', '');
  });

  it('sends a private message on the private channel and to no post', async () => {
    const { user, engine } = drawComposer();
    await publicField();
    await user.keyboard('d');
    await user.type(await dmField(), 'Your number?');
    await user.click(dmSend());
    await waitFor(() =>
      expect(engine.callsOf('replies.send')).toEqual([
        { conversationId: 'c1', channel: 'dm', text: 'Your number?', seenThrough: 'post-1', overrule: [] },
      ]),
    );
  });

  describe('and going on', () => {
    const list = () => useUi.setState({ order: ['x', 'c1', 'y'], selectedId: 'c1' });

    it('resolves the conversation with Ctrl, Shift and Enter, as far as it was seen', async () => {
      const { user, engine } = drawComposer();
      await user.type(await publicField(), 'On its way!');
      list();
      await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
      expect(useUi.getState().selectedId).toBe('y');
      await waitFor(() =>
        expect(engine.callsOf('conversations.setStatus')).toEqual([
          { id: 'c1', status: 'resolved', seenThrough: 'post-1' },
        ]),
      );
      expect(engine.callsOf('replies.send')).toHaveLength(1);
    });

    it('opens the next one with Ctrl, Alt and Enter', async () => {
      const { user, engine } = drawComposer();
      await user.type(await publicField(), 'On its way!');
      list();
      await user.keyboard('{Control>}{Alt>}{Enter}{/Alt}{/Control}');
      expect(useUi.getState().selectedId).toBe('y');
      await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(1));
      expect(engine.callsOf('conversations.setStatus')).toEqual([]);
    });

    it('comes back and resolves nothing if the reply is not taken', async () => {
      const { user, engine } = drawComposer({ 'replies.send': () => err({ code: 'engineGone' }) });
      await user.type(await publicField(), 'On its way!');
      list();
      await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
      await waitFor(() => expect(useUi.getState().selectedId).toBe('c1'));
      expect(await publicField()).toHaveProperty('value', 'On its way!');
      expect(engine.callsOf('conversations.setStatus')).toEqual([]);
    });
  });

  it('shows the reply at once with its state', async () => {
    const { user } = drawComposer({ 'replies.send': () => new Promise(() => {}) });
    await user.type(await publicField(), 'On its way!');
    await user.click(publicSend());
    const bubble = screen.getByText('On its way!').closest('article');
    expect(bubble?.textContent).toContain('Sending in');
  });

  it('replies to another post if the agent chooses one', async () => {
    const messages = [aMessage({ text: 'First' }), aMessage({ id: 'post-2', xId: '2', text: 'Second' })];
    const { user, engine } = drawComposer(withMessages(() => messages));
    await publicField();
    const first = (await screen.findByText('First')).closest('article');
    if (!first) throw new Error('no message');
    await user.click(await within(first).findByRole('button', { name: 'Reply to this post' }));
    await user.type(await publicField(), 'Yes');
    await user.click(publicSend());
    await waitFor(() => expect(engine.callsOf('replies.send')[0]).toMatchObject({ inReplyTo: 'post-1' }));
  });

  it('replies to the chosen post, not the newest, when a refused reply is sent once more', async () => {
    const messages = [aMessage({ text: 'First' }), aMessage({ id: 'post-2', xId: '2', text: 'Second' })];
    const { user, engine } = drawComposer({
      ...withMessages(() => messages),
      'replies.send': () => err(refusal),
    });
    await publicField();
    const first = (await screen.findByText('First')).closest('article') as HTMLElement;
    await user.click(await within(first).findByRole('button', { name: 'Reply to this post' }));
    await user.type(await publicField(), 'Call 0471 23 45 67');
    for (const sends of [1, 2]) {
      await waitFor(() => expect(publicSend()).toHaveProperty('disabled', false));
      await user.click(publicSend());
      await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(sends));
    }
    expect(engine.callsOf('replies.send').map((call) => call.inReplyTo)).toEqual(['post-1', 'post-1']);
  });

  it('stays on its channel even if the other has a draft', async () => {
    const { user } = drawComposer();
    await user.type(await publicField(), 'For everybody');
    await user.click(screen.getByRole('button', { name: 'Move to private' }));
    await user.type(await dmField(), 'For you');
    await user.click(dmSend());
    expect(await dmField()).toHaveProperty('value', '');
  });

  it('returns the text when the engine rejects the reply', async () => {
    const { user } = drawComposer({
      'replies.send': () => err({ code: 'noPublicPost', conversationId: 'c1' }),
    });
    await user.type(await publicField(), 'On its way!');
    await user.click(publicSend());
    await waitFor(async () => expect(await publicField()).toHaveProperty('value', 'On its way!'));
    expect(useUi.getState().notices).toHaveLength(1);
  });
});

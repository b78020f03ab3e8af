import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useUi } from '#renderer/state/ui.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aMessage, testNow } from '../../support/builders.ts';
import { dmField, drawComposer, publicField } from './support/drawComposer.tsx';

describe('drafts', () => {
  it('are restored from the engine on their channel', async () => {
    drawComposer({
      'drafts.list': () => ok({ items: [{ channel: 'dm', text: 'From before', updatedAt: testNow }] }),
    });
    await waitFor(async () => expect(await dmField()).toHaveProperty('value', 'From before'));
  });

  it('are saved when the field loses the focus', async () => {
    const { user, engine } = drawComposer();
    await user.type(await publicField(), 'Half a');
    await user.tab();
    await waitFor(() =>
      expect(engine.callsOf('drafts.save').at(-1)).toEqual({
        conversationId: 'c1',
        channel: 'public',
        text: 'Half a',
      }),
    );
  });

  it('moves the focus to the list on Escape and keeps the text', async () => {
    const { user } = drawComposer();
    await user.type(await publicField(), 'Half a{Escape}');
    expect(useUi.getState().focus.area).toBe('list');
    expect(await publicField()).toHaveProperty('value', 'Half a');
  });
});

it('accepts r and d even before the conversation is rendered', async () => {
  let respond: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    respond = resolve;
  });
  const { user } = drawComposer({
    'conversations.get': async ({ id }) => {
      await ready;
      return ok({ conversation: aConversation({ id }), messages: [aMessage()], activities: [], gaps: [] });
    },
  });
  await waitFor(() => expect(document.querySelector('[aria-busy]')).not.toBeNull());
  await user.keyboard('d');
  respond();
  await waitFor(async () => expect(document.activeElement).toBe(await dmField()));
});

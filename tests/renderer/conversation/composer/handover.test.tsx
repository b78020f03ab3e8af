import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Handover } from '#shared/domain/handover.ts';
import { ok } from '#shared/result.ts';
import { aConversation, aHistoryPage, aMessage, testNow } from '../../support/builders.ts';
import type { FakeHandlers } from '../../support/fakeEngine.ts';
import { drawComposer, publicField, publicSend } from './support/drawComposer.tsx';

const link = 'https://x.com/messages/compose?recipient_id=1';
const composed: EngineOutput<'handover.compose'> = {
  kind: 'handover',
  text: `Please write here: ${link}`,
  link,
  usd: 0.2,
  plainText: 'Please write to @harbourhelp in private.',
  plainUsd: 0.01,
  usesLink: true,
  language: 'en',
};

const handlers: FakeHandlers = {
  'handover.compose': () => ok(composed),
  'handover.setSettings': () => ({ ok: false, error: { code: 'offline' } }),
};

const pressHandover = '{Control>}{Shift>}H{/Shift}{/Control}';
const note = () => screen.findByText(/with the link,/);

describe('the handover', () => {
  it('is written with one key, and marked when it is sent', async () => {
    const { user, engine } = drawComposer(handlers);
    await publicField();
    await waitFor(() => screen.getByRole('button', { name: 'Ask for a private message' }));
    await user.keyboard(pressHandover);
    expect(await publicField()).toHaveProperty('value', composed.text);
    expect((await note()).textContent).toBe('Handover: $0.20 with the link, $0.01 in words');
    await user.click(publicSend());
    await waitFor(() => expect(engine.callsOf('replies.send')).toMatchObject([{ handover: true }]));
  });

  it('stands behind what is typed already, and never in its place', async () => {
    const { user } = drawComposer(handlers);
    const field = await publicField();
    await user.type(field, 'Sorry, Anna!');
    (field as HTMLTextAreaElement).setSelectionRange(0, 5);
    await waitFor(() => screen.getByRole('button', { name: 'Ask for a private message' }));
    await user.keyboard(pressHandover);
    await waitFor(() => expect(field).toHaveProperty('value', `Sorry ${composed.text}, Anna!`));
  });

  it('changes between link and words with the same key, and the choice is remembered', async () => {
    const { user, engine } = drawComposer(handlers);
    await publicField();
    await user.click(await screen.findByRole('button', { name: 'Ask for a private message' }));
    await user.click(await screen.findByRole('button', { name: 'In words' }));
    expect(await publicField()).toHaveProperty('value', composed.plainText);
    await waitFor(() => expect(engine.callsOf('handover.setSettings')).toEqual([{ usesLink: false }]));
    await user.keyboard(pressHandover);
    expect(await publicField()).toHaveProperty('value', composed.text);
  });

  it('can be sent as an ordinary reply', async () => {
    const { user, engine } = drawComposer(handlers);
    await user.click(await screen.findByRole('button', { name: 'Ask for a private message' }));
    await user.click(await screen.findByRole('button', { name: 'Send as an ordinary reply' }));
    expect(screen.queryByText(/with the link,/)).toBeNull();
    await user.click(publicSend());
    await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(1));
    expect(engine.callsOf('replies.send')[0]).not.toHaveProperty('handover');
  });

  it('is known again by its words after a restart', async () => {
    drawComposer({
      ...handlers,
      'drafts.list': () =>
        ok({ items: [{ channel: 'public', text: composed.plainText, updatedAt: testNow }] }),
    });
    expect(await note()).toBeDefined();
  });

  it('is not offered for somebody whose private messages are blocked', async () => {
    const { engine } = drawComposer({
      ...handlers,
      'handover.compose': () => ok({ ...composed, blocked: true }),
    });
    await publicField();
    await waitFor(() => expect(engine.callsOf('handover.compose').length).toBeGreaterThan(0));
    expect(screen.queryByRole('button', { name: 'Ask for a private message' })).toBeNull();
  });
});

describe('the line about the handover', () => {
  const sentAt = testNow - 3 * 3_600_000;
  const drawWith = (facts: Partial<Handover>, kind: 'handover' | 'reminder' | 'closing' = 'handover') =>
    drawComposer({
      ...handlers,
      'handover.compose': () => ok({ ...composed, kind }),
      'conversations.get': ({ id }) =>
        ok({
          ...aHistoryPage(aConversation({ id }), [aMessage({ conversationId: id })]),
          handover: { state: 'sent', sentAt, withLink: true, remindDue: false, ...facts },
        }),
    });

  it.each([
    [{}, /^Handover sent · waiting for a private message · /],
    [{ state: 'reminded', remindedAt: sentAt }, /^Reminder sent · waiting/],
    [{ state: 'arrived', arrivedAt: sentAt + 720_000 }, /^Private message came 12 min after the handover$/],
    [{ state: 'givenUp' }, /^No private message came/],
  ] as const)('says how far it is: %o', async (facts, words) => {
    drawWith(facts);
    expect(await screen.findByText(words)).toBeDefined();
  });

  it('asks for the reminder, which one key writes', async () => {
    const { user } = drawWith({ remindDue: true }, 'reminder');
    expect(await screen.findByText(/^No private message yet · handover sent .* ago$/)).toBeDefined();
    await waitFor(() => screen.getByRole('button', { name: 'Ask for a private message' }));
    await user.click(screen.getByRole('button', { name: 'Write reminder' }));
    expect(await publicField()).toHaveProperty('value', composed.text);
    expect((await note()).textContent).toMatch(/^Reminder: /);
  });

  it('offers the closing line, which is no handover', async () => {
    const { user, engine } = drawWith({ state: 'arrived', arrivedAt: sentAt + 1 }, 'closing');
    await publicField();
    await user.click(await screen.findByRole('button', { name: 'Write closing line' }));
    await waitFor(async () => expect(await publicField()).toHaveProperty('value', composed.text));
    await user.click(publicSend());
    await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(1));
    expect(engine.callsOf('replies.send')[0]).not.toHaveProperty('handover');
  });
});

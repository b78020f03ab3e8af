import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useSaid } from '#renderer/state/said.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import { err, ok } from '#shared/result.ts';
import type { FakeHandlers } from '../../support/fakeEngine.ts';
import { dmField, drawComposer, publicField } from './support/drawComposer.tsx';

const stored = (id: string, altText = `Picture ${id}`): ReplyFile => ({
  ...{ id, altText },
  name: `${id}.png`,
  type: 'image/png',
  bytes: 4,
  width: 2,
  height: 2,
});

type Drafts = Record<Channel, { text: string; attachments: ReplyFile[] }>;

/** An engine that keeps drafts and warns of every public text. */
function withDrafts(drafts: Drafts): FakeHandlers {
  return {
    'guards.check': ({ text, channel }) =>
      ok({
        warnings:
          channel === 'public'
            ? [{ code: 'personalData', items: [{ kind: 'phone', start: 0, end: text.length }] }]
            : [],
      }),
    'drafts.list': () =>
      ok({
        items: (['public', 'dm'] as const)
          .map((channel) => ({ channel, updatedAt: 1, ...drafts[channel] }))
          .filter(({ text, attachments }) => text !== '' || attachments.length > 0),
      }),
    'drafts.save': ({ channel, text, attachments }) => {
      const files = attachments?.map(({ id, altText = '' }) => stored(id, altText));
      drafts[channel] = { text, attachments: files ?? drafts[channel].attachments };
      return ok({});
    },
    'replies.send': ({ channel }) => {
      drafts[channel] = { text: '', attachments: [] };
      return ok({ outboxId: 'o1' });
    },
    'media.read': () => ok({ type: 'image/png', content: 'AAAA' }),
  };
}

const empty = { text: '', attachments: [] };
const leak = '0471 23 45 67';

async function sendPrivately(drafts: Drafts, handlers: FakeHandlers = {}) {
  const rendered = drawComposer({ ...withDrafts(drafts), ...handlers });
  await rendered.user.click(await screen.findByRole('radio', { name: /Public reply to/ }));
  await publicField();
  await rendered.user.click(await screen.findByRole('button', { name: 'Send privately' }));
  return rendered;
}

describe('sending a public draft privately', () => {
  it('takes its picture along', async () => {
    const drafts = { public: { text: leak, attachments: [stored('a')] }, dm: empty };
    const { engine } = await sendPrivately(drafts);
    await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(1));
    expect(engine.callsOf('replies.send')[0]).toMatchObject({
      channel: 'dm',
      text: leak,
      attachments: [{ id: 'a', altText: 'Picture a' }],
    });
    await waitFor(() => expect(drafts).toEqual({ public: empty, dm: empty }));
    expect(screen.queryByRole('list', { name: 'Attached pictures' })).toBeNull();
  });

  it.each([
    ['two pictures', [stored('a'), stored('b')], /X takes one picture there/],
    ['a picture without a description', [stored('a', '')], /describe the picture first/],
  ])('waits in the private draft with %s, and says why', async (_, attachments, words) => {
    const drafts = { public: { text: leak, attachments }, dm: empty };
    const { engine } = await sendPrivately(drafts);
    await waitFor(() => expect(useSaid.getState().said?.words).toMatch(words));
    expect(await dmField()).toHaveProperty('value', leak);
    await waitFor(() => expect(drafts).toEqual({ public: empty, dm: { text: leak, attachments } }));
    expect(engine.callsOf('replies.send')).toEqual([]);
  });

  it('joins a private draft, of which nothing is lost', async () => {
    const drafts = {
      public: { text: leak, attachments: [stored('a')] },
      dm: { text: 'Hi Anna', attachments: [stored('b')] },
    };
    const { engine } = await sendPrivately(drafts);
    await waitFor(() => expect(drafts.public).toEqual(empty));
    await waitFor(() => expect(drafts.dm.text).toContain(leak));
    expect(drafts.dm).toEqual({ text: `Hi Anna\n\n${leak}`, attachments: [stored('b'), stored('a')] });
    expect(engine.callsOf('replies.send')).toEqual([]);
  });

  it('leaves everything where it is while the pictures cannot be moved', async () => {
    const drafts = { public: { text: leak, attachments: [stored('a')] }, dm: empty };
    const { engine } = await sendPrivately(drafts, {
      'drafts.save': () => err({ code: 'storeUnwritable', reason: 'full' } as never),
    });
    await waitFor(() => expect(engine.callsOf('drafts.save')).not.toEqual([]));
    expect(await publicField()).toHaveProperty('value', leak);
    expect(engine.callsOf('replies.send')).toEqual([]);
  });
});

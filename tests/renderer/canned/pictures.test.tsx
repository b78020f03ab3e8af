import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import { ok } from '#shared/result.ts';
import {
  dmField,
  drawComposer,
  publicField,
  publicSend,
} from '../conversation/composer/support/drawComposer.tsx';
import type { FakeHandlers } from '../support/fakeEngine.ts';

const picture = (id: string): ReplyFile => ({
  id,
  name: `${id}.png`,
  type: 'image/png',
  bytes: 4,
  width: 2,
  height: 2,
  altText: `About ${id}`,
});
const both = [picture('label'), picture('box')];
const canned = {
  id: 'k1',
  title: 'Return',
  shortcut: 'ret',
  folder: '',
  uses: 2,
};

/** A library with one canned response with two pictures, which is suggested too, and an engine that keeps drafts. */
function withPictures(channel: Channel): FakeHandlers {
  let files: readonly ReplyFile[] = [];
  return {
    'drafts.list': () => ok({ items: [{ channel, text: '', attachments: [...files], updatedAt: 1 }] }),
    'drafts.save': ({ attachments }: EngineInput<'drafts.save'>) => {
      if (attachments) files = attachments.flatMap(({ id }) => both.filter((file) => file.id === id));
      return ok({});
    },
    'media.read': () => ok({ type: 'image/png', content: 'AAAA' }),
    'library.search': () =>
      ok({ items: [{ ...canned, text: 'Send it back.', language: null, channel: null }] }),
    'library.use': () => ok({ text: 'Send it back.', missing: [], images: both, language: null }),
    'library.get': () =>
      ok({
        ...canned,
        texts: [{ language: null, channel: null, text: 'Send it back.' }],
        images: both,
        isPromise: false,
        lastUsedAt: null,
        outcome: { resolved: 0, askedAgain: 0, scores: [] },
        stale: [],
        createdAt: 1,
        updatedAt: 1,
        createdBy: 'Sam',
      }),
    'replies.suggest': () =>
      ok({
        items: [
          {
            text: 'Send it back.',
            source: { kind: 'canned', id: 'k1' },
            uses: 2,
            score: 1,
            outcome: null,
            missing: [],
          },
        ],
      }),
  };
}

const attached = () => screen.findAllByRole('textbox', { name: /^Description of / });
const attachments = [
  { id: 'label', altText: 'About label' },
  { id: 'box', altText: 'About box' },
];

it('attaches the pictures of a canned response with what they show, each once', async () => {
  const { user, engine } = drawComposer(withPictures('public'));
  for (const _time of [1, 2]) {
    await user.type(await publicField(), ' /ret');
    await screen.findByRole('listbox', { name: 'Canned responses' });
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await attached()).toHaveLength(2));
  }
  await user.click(publicSend());
  await waitFor(() => expect(engine.callsOf('replies.send')).toMatchObject([{ attachments }]));
  expect(engine.callsOf('drafts.save')).toContainEqual(expect.objectContaining({ cannedIds: ['k1'] }));
});

it('attaches those of a canned response that is suggested', async () => {
  const { user, engine } = drawComposer(withPictures('public'));
  await user.click(await publicField());
  await user.keyboard('{Control>}1{/Control}');
  await waitFor(async () => expect(await attached()).toHaveLength(2));
  await user.click(publicSend());
  await waitFor(() =>
    expect(engine.callsOf('replies.send')).toMatchObject([{ text: 'Send it back.', attachments }]),
  );
});

it('says so where they do not fit, and sends nothing until one is removed', async () => {
  const { user, engine } = drawComposer(withPictures('dm'));
  await publicField();
  await user.keyboard('d');
  await user.type(await dmField(), '/ret');
  await screen.findByRole('listbox', { name: 'Canned responses' });
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/Too many pictures: 1 at most here/)).toBeDefined();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(engine.callsOf('replies.send')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Remove box.png' }));
  await waitFor(() => expect(screen.queryByText(/Too many pictures/)).toBeNull());
});

import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useUi } from '#renderer/state/ui.ts';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { ReplyFile } from '#shared/domain/replyFile.ts';
import { splitThread } from '#shared/domain/splitThread.ts';
import { err, ok } from '#shared/result.ts';
import type { FakeHandlers } from '../../support/fakeEngine.ts';
import { drawComposer, publicField, publicSend } from './support/drawComposer.tsx';

const stored = (id: string, changed: Partial<ReplyFile> = {}): ReplyFile => ({
  id,
  name: `${id}.png`,
  type: 'image/png',
  bytes: 4,
  width: 2,
  height: 2,
  altText: '',
  ...changed,
});

/** An engine that keeps the pictures of the public draft. */
function withFiles(initial: readonly ReplyFile[] = []): FakeHandlers {
  let files = [...initial];
  return {
    'drafts.list': () => ok({ items: [{ channel: 'public', text: '', attachments: files, updatedAt: 1 }] }),
    'drafts.save': ({ attachments }: EngineInput<'drafts.save'>) => {
      if (attachments) {
        files = attachments.map(({ id, altText = '' }) => stored(id, { altText }));
      }
      return ok({});
    },
    'media.add': ({ name }) => ok(stored(name.replace('.png', ''))),
    'media.read': () => ok({ type: 'image/png', content: 'AAAA' }),
  };
}

const picture = (name = 'box.png') => new File(['abc'], name, { type: 'image/png' });
const altTextOf = (name: string) => screen.findByRole('textbox', { name: `Description of ${name}` });

describe('pictures', () => {
  it('are pasted, shown, described and sent', async () => {
    const { user, engine } = drawComposer(withFiles());
    fireEvent.paste(await publicField(), { clipboardData: { files: [picture()], types: ['Files'] } });
    await user.type(await altTextOf('box.png'), 'A box');
    expect((await screen.findByRole('img', { name: 'A box' })).getAttribute('src')).toBe(
      'data:image/png;base64,AAAA',
    );
    expect(engine.callsOf('media.add')).toMatchObject([{ name: 'box.png', content: btoa('abc') }]);
    await user.click(publicSend());
    await waitFor(() =>
      expect(engine.callsOf('replies.send')).toMatchObject([
        { text: '', attachments: [{ id: 'box', altText: 'A box' }] },
      ]),
    );
    expect(screen.queryByRole('list', { name: 'Attached pictures' })).toBeNull();
    expect(screen.queryByText('No text')).toBeNull();
  });

  it('stay although an older response of the engine comes after them', async () => {
    const handlers = withFiles();
    let isHeld = false;
    let release: (() => void) | null = null;
    const { engine } = drawComposer({
      ...handlers,
      'drafts.list': async (input) => {
        const response = (await handlers['drafts.list']?.(input)) ?? ok({ items: [] });
        if (isHeld && !release) {
          await new Promise<void>((resolve) => {
            release = resolve;
          });
        }
        return response;
      },
    });
    const field = await publicField();
    isHeld = true;
    act(() => engine.emit('conversations.changed', { ids: ['c1'] }));
    await waitFor(() => expect(release).not.toBeNull());
    fireEvent.paste(field, { clipboardData: { files: [picture()], types: ['Files'] } });
    await altTextOf('box.png');
    await act(async () => release?.());
    expect(await altTextOf('box.png')).toBeTruthy();
  });

  it('are dropped on the composer, and removed again', async () => {
    const { user, engine } = drawComposer(withFiles());
    await publicField();
    const region = screen.getByRole('region', { name: 'Reply' });
    fireEvent.drop(region, {
      dataTransfer: { files: [picture('a.png'), picture('b.png')], types: ['Files'] },
    });
    await altTextOf('b.png');
    await user.click(screen.getByRole('button', { name: 'Remove a.png' }));
    await waitFor(() =>
      expect(engine.callsOf('drafts.save').at(-1)).toMatchObject({ attachments: [{ id: 'b' }] }),
    );
  });

  it.each([
    ['a film', 'film.mp4', 'video/mp4', 'fileTypeNotSupported'],
    ['what is huge', 'huge.png', 'image/png', 'fileTooLarge'],
    ['a folder', 'folder', '', 'fileNotRead'],
  ])('are refused without being read, with what goes with them: %s', async (_, name, type, code) => {
    const { engine } = drawComposer(withFiles());
    const file = new File([], name, { type });
    const slice = vi.fn(() => {
      throw new DOMException('it is a folder', 'NotReadableError');
    });
    Object.defineProperties(file, {
      size: { value: 3_000_000_000 * Number(type !== '') },
      slice: { value: slice },
    });
    fireEvent.paste(await publicField(), {
      clipboardData: { files: [file, picture('good.png')], types: ['Files'] },
    });
    await altTextOf('good.png');
    expect(useUi.getState().notices).toMatchObject([{ error: { code } }]);
    expect(slice).toHaveBeenCalledTimes(code === 'fileNotRead' ? 1 : 0);
    expect(engine.callsOf('media.add')).toMatchObject([{ name: 'good.png' }]);
    expect(screen.queryByText(/^Adding/)).toBeNull();
  });

  it('are chosen in the dialog of the system, by the keyboard too', async () => {
    const { user, shell } = drawComposer(withFiles());
    shell.respondWith('pictures.choose', { files: [{ name: 'box.png', parts: ['AAAA'] }] });
    await user.click(await publicField());
    await user.keyboard('{Control>}{Shift>}A{/Shift}{/Control}');
    expect(await altTextOf('box.png')).toBeDefined();
  });

  it('without a description are asked for once, and then sent', async () => {
    const { user, engine } = drawComposer(withFiles([stored('box')]));
    const altText = await altTextOf('box.png');
    await user.click(await publicField());
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('1 picture has no description');
    expect(document.activeElement).toBe(altText);
    expect(engine.callsOf('replies.send')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(engine.callsOf('replies.send')).toHaveLength(1));
  });

  it('keep the cursor where somebody writes', async () => {
    const { user, engine } = drawComposer(withFiles([stored('box')]));
    const altText = await altTextOf('box.png');
    await user.type(altText, 'AB{ArrowLeft}x');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await user.keyboard('y');
    expect(altText).toHaveProperty('value', 'AxyB');
    await waitFor(() =>
      expect(engine.callsOf('drafts.save').at(-1)).toMatchObject({ attachments: [{ altText: 'AxyB' }] }),
    );
  });

  it('come back if the engine does not take the reply', async () => {
    const { user } = drawComposer({
      ...withFiles([stored('box', { altText: 'A box' })]),
      'replies.send': () => err({ code: 'noPublicPost', conversationId: 'c1' }),
    });
    await altTextOf('box.png');
    await user.click(publicSend());
    expect(await altTextOf('box.png')).toBeDefined();
  });

  it('that X does not take together keep the reply from being sent', async () => {
    drawComposer(withFiles([stored('a', { type: 'image/gif' }), stored('b')]));
    await altTextOf('b.png');
    expect(screen.getByRole('alert').textContent).toContain('Too many pictures');
    expect(publicSend()).toHaveProperty('disabled', true);
  });
});

describe('a long public reply', () => {
  const text = 'We have looked at your order, and the parcel left our warehouse this morning. '.repeat(6);

  it('shows the posts as which it goes out, and is sent as a thread', async () => {
    const { user, engine } = drawComposer();
    fireEvent.change(await publicField(), { target: { value: text } });
    const parts = splitThread(text.trim());
    const shown = screen.getByRole('list', { name: 'The posts of this reply' });
    expect(parts).toHaveLength(2);
    for (const part of parts) expect(shown.textContent).toContain(part.text);
    await user.click(screen.getByRole('button', { name: 'Reply in 2 posts to @annadv' }));
    await waitFor(() =>
      expect(engine.callsOf('replies.send')).toMatchObject([{ text: text.trim(), thread: true }]),
    );
  });

  it('is too long above 25 posts', async () => {
    drawComposer();
    fireEvent.change(await publicField(), { target: { value: text.repeat(14) } });
    expect(screen.queryByRole('list', { name: 'The posts of this reply' })).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('over the limit');
  });
});

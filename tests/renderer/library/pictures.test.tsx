import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useLibrary } from '#renderer/state/library.ts';
import { useUi } from '#renderer/state/ui.ts';
import { err, ok } from '#shared/result.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

/** The form of a new canned response with title and text. */
async function drawForm() {
  let stored = 0;
  const drawn = renderWithEngine(<Frame />, {
    handlers: {
      'media.add': ({ name }) => {
        stored += 1;
        const file = { type: 'image/png', bytes: 4, width: 2, height: 2, altText: '' } as const;
        return ok({ id: `p${stored}`, name, ...file });
      },
      'media.read': () => ok({ type: 'image/png', content: 'AAAA' }),
      'library.create': () => err({ code: 'notFound', what: 'media', id: 'p1' }),
    },
  });
  await screen.findByText('Live');
  useLibrary.getState().reset();
  useUi.getState().goTo('library');
  useLibrary.getState().select('new');
  await drawn.user.type(await screen.findByRole('textbox', { name: 'Title' }), 'Parcels');
  await drawn.user.type(screen.getByRole('textbox', { name: 'Text' }), 'Here.');
  return drawn;
}

const picture = (name: string) => new File(['abc'], name, { type: 'image/png' });
const files = (names: readonly string[]) => ({ files: names.map(picture), types: ['Files'] });
const form = () => screen.getByRole('form', { name: 'Canned response' });
const altTextOf = (name: string) => screen.findByRole('textbox', { name: `Description of ${name}` });

describe('the pictures of a canned response', () => {
  it('are dropped and pasted, described, removed and saved', async () => {
    const { user, engine } = await drawForm();
    fireEvent.drop(form(), { dataTransfer: files(['a.png']) });
    await user.type(await altTextOf('a.png'), 'A porch');
    fireEvent.paste(screen.getByRole('textbox', { name: 'Text' }), { clipboardData: files(['b.png']) });
    await altTextOf('b.png');
    await user.click(screen.getByRole('button', { name: 'Remove b.png' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(engine.callsOf('library.create')).toMatchObject([
        { images: [{ id: 'p1', altText: 'A porch' }] },
      ]),
    );
    // What could not be saved stays.
    expect(await altTextOf('a.png')).toHaveProperty('value', 'A porch');
  });

  it('are four at most', async () => {
    const { engine } = await drawForm();
    fireEvent.drop(form(), { dataTransfer: files(['a.png', 'b.png', 'c.png', 'd.png', 'e.png']) });
    expect(await screen.findByText('At most four pictures.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    expect(engine.callsOf('library.create')).toEqual([]);
  });
});

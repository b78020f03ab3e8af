import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

let close: () => void;

function Page() {
  const [open, setOpen] = useState(false);
  close = () => setOpen(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <input aria-label="Other" />
      <Dialog open={open} onClose={close} title="Question">
        {open && <input aria-label="Inside" />}
      </Dialog>
    </>
  );
}

async function openDialog() {
  const { user } = renderWithEngine(<Page />);
  const opener = await screen.findByRole('button', { name: 'Open' });
  opener.focus();
  await user.keyboard('{Enter}');
  const field = await screen.findByLabelText('Inside');
  act(() => field.focus());
  return opener;
}

it('gives the focus back as it closes, also where what had it is gone', async () => {
  const opener = await openDialog();
  act(() => close());
  expect(document.activeElement).toBe(opener);
});

it('leaves the focus where somebody has sent it meanwhile', async () => {
  await openDialog();
  const other = screen.getByLabelText('Other');
  act(() => {
    close();
    other.focus();
  });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(other);
});

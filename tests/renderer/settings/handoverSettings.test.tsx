import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { HandoverSettings } from '#renderer/features/Settings/HandoverSettings.tsx';
import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { testHandoverSettings } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const draw = () =>
  renderWithEngine(<HandoverSettings />, {
    handlers: {
      'handover.setSettings': (changed) => ok({ ...testHandoverSettings, ...withoutUndefined(changed) }),
    },
  });

it('saves when to remind, and refuses what is out of range', async () => {
  const { user, engine } = draw();
  const hours = await screen.findByRole('textbox', { name: 'Remind after' });
  await user.clear(hours);
  await user.type(hours, '0{Enter}');
  expect(engine.callsOf('handover.setSettings')).toEqual([]);
  await user.clear(hours);
  await user.type(hours, '48{Enter}');
  await waitFor(() => expect(engine.callsOf('handover.setSettings')).toEqual([{ remindAfterHours: 48 }]));
});

it('changes one wording of one language and leaves the others', async () => {
  const { user, engine } = draw();
  const closing = await screen.findByRole('textbox', { name: 'Closing line' });
  await user.clear(closing);
  await user.type(closing, 'See you there!{Enter}');
  await waitFor(() => expect(engine.callsOf('handover.setSettings')).toHaveLength(1));
  const { wordings } = testHandoverSettings;
  expect(engine.callsOf('handover.setSettings')[0]).toEqual({
    wordings: { ...wordings, en: { ...wordings.en, closing: 'See you there!' } },
  });
});

it('offers the closing line only if that is wanted', async () => {
  const { user, engine } = draw();
  await user.click(await screen.findByRole('switch', { name: 'Offer a closing line' }));
  await waitFor(() => expect(engine.callsOf('handover.setSettings')).toEqual([{ closing: true }]));
});

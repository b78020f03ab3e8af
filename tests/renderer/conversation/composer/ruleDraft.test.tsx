import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '#shared/result.ts';
import { drawComposer, publicField } from './support/drawComposer.tsx';

const begun = { channel: 'public' as const, text: 'We look into it.', updatedAt: 1, rule: 'Look' };

function drawWithRule() {
  let items = [begun];
  const drawn = drawComposer({ 'drafts.list': () => ok({ items }) });
  const takeBack = () => {
    items = [];
    act(() => drawn.engine.emit('conversations.changed', { ids: ['c1'] }));
  };
  return { ...drawn, takeBack };
}

const note = () => screen.queryByText('Draft by the rule “Look”');

describe('the draft of a rule', () => {
  it('is named as such until somebody changes it', async () => {
    const { user } = drawWithRule();
    await waitFor(() => expect(note()).toBeTruthy());
    await user.type(await publicField(), ' Soon.');
    expect(note()).toBeNull();
  });

  it('leaves the composer when the rule is undone', async () => {
    const { takeBack } = drawWithRule();
    await screen.findByDisplayValue(begun.text);
    takeBack();
    await waitFor(async () => expect(await publicField()).toHaveProperty('value', ''));
    expect(note()).toBeNull();
  });
});

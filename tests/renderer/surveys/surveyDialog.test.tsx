import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useSurveying } from '#renderer/state/surveying.ts';
import { useUi } from '#renderer/state/ui.ts';
import { standardSurveySettings } from '#shared/domain/standardSurveySettings.ts';
import { err, ok } from '#shared/result.ts';
import { SurveyRefusal } from '#shared/surveyReason.ts';
import { aSurvey } from '../../support/aSurvey.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const handlers: FakeHandlers = {
  'surveys.settings': () => ok(standardSurveySettings),
  'surveys.check': ({ scale, variant }) =>
    ok({ reasons: [], usd: 0.015, text: `${scale} ${variant}?`, language: 'en', variant }),
  'surveys.send': () => ok(aSurvey()),
};

const refusing = (...reasons: { code: SurveyRefusal; nextAt?: number }[]): FakeHandlers => ({
  'surveys.check': () => ok({ reasons, usd: 0.015, text: 'How was it?', language: 'en', variant: 0 }),
});

/** Something to wait for, until `go` is called. */
function later() {
  let go: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { ready, go: () => go() };
}

async function pressQ(more: FakeHandlers) {
  const drawn = renderWithEngine(<Frame />, { handlers: { ...handlers, ...more } });
  await screen.findByText('Live');
  useUi.getState().select('c1');
  await screen.findByRole('heading', { level: 1 });
  await drawn.user.keyboard('q');
  return drawn;
}

async function openDialog(more: FakeHandlers = {}) {
  const drawn = await pressQ(more);
  const dialog = await screen.findByRole('dialog', { name: 'Send a survey' });
  await within(dialog).findByText(/\?$/);
  return { ...drawn, dialog: within(dialog) };
}

beforeEach(() => useSurveying.setState(useSurveying.getInitialState(), true));

describe('a survey', () => {
  it('is prepared by one key, shown with its price, and sent by Enter', async () => {
    const { dialog, engine, user } = await openDialog();
    expect(dialog.getByText('csat 0?')).toBeDefined();
    expect(dialog.getByText('X charges $0.015 for it.')).toBeDefined();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(engine.callsOf('surveys.send')).toEqual([{ conversationId: 'c1', scale: 'csat', variant: 0 }]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('shows another wording or scale before it sends that', async () => {
    const { dialog, engine, user } = await openDialog();
    await user.click(await dialog.findByRole('radio', { name: '2' }));
    expect(await dialog.findByText('csat 1?')).toBeDefined();
    await user.click(dialog.getByRole('radio', { name: 'Recommendation (0–10)' }));
    expect(await dialog.findByText('nps 0?')).toBeDefined();
    await user.click(dialog.getByRole('button', { name: 'Send survey' }));
    await waitFor(() => expect(engine.callsOf('surveys.send')).toMatchObject([{ scale: 'nps', variant: 0 }]));
  });

  it('is ruled out for the conversation, or allowed again, which can be undone', async () => {
    let isRuledOut = false;
    const reasons = () => (isRuledOut ? [{ code: 'ruledOut' as const }] : []);
    const { dialog, engine, user } = await openDialog({
      'surveys.check': () =>
        ok({ reasons: reasons(), usd: 0.015, text: 'How was it?', language: 'en', variant: 0 }),
      'surveys.setRuledOut': (input) => {
        isRuledOut = input.isRuledOut;
        return ok({ activityId: 'a1' });
      },
    });
    const choice = await dialog.findByRole('switch', { name: 'No survey about this conversation' });
    await user.click(choice);
    expect(engine.callsOf('surveys.setRuledOut')).toEqual([{ conversationId: 'c1', isRuledOut: true }]);
    expect(useUi.getState().done.at(-1)).toMatchObject({
      activityId: 'a1',
      what: { type: 'surveyRuledOut' },
    });
    engine.emit('conversations.changed', { ids: ['c1'] });
    expect(await dialog.findByText('A survey about this conversation is ruled out.')).toBeDefined();
    expect(dialog.getByRole('button', { name: 'Send survey' })).toHaveProperty('disabled', true);
    expect(choice.getAttribute('aria-checked')).toBe('true');
    choice.focus();
    await user.keyboard('{Enter}');
    expect(engine.callsOf('surveys.setRuledOut')).toHaveLength(2);
    expect(engine.callsOf('surveys.send')).toEqual([]);
  });

  it('is not sent while anything speaks against it, and says what and until when', async () => {
    const nextAt = Date.now() + 3 * 86_400_000;
    const { dialog, engine, user } = await openDialog(
      refusing(
        ...SurveyRefusal.options.map((code) => (code === 'askedRecently' ? { code, nextAt } : { code })),
      ),
    );
    expect(dialog.getAllByRole('listitem')).toHaveLength(SurveyRefusal.options.length);
    expect(dialog.getByText(/sent a survey not long ago\. Possible from /)).toBeDefined();
    expect(dialog.getByRole('button', { name: 'Send survey' })).toHaveProperty('disabled', true);
    await user.keyboard('{Enter}');
    expect(engine.callsOf('surveys.send')).toEqual([]);
  });

  it('resolves the conversation first if only that is missing', async () => {
    const { dialog, engine, user } = await openDialog({
      ...refusing({ code: 'openMatter' }),
      'conversations.setStatus': () => ok({ activityId: 'a1' }),
    });
    expect(await dialog.findByRole('button', { name: 'Resolve and send survey' })).toBeDefined();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(engine.callsOf('surveys.send')).toHaveLength(1));
    const order = engine.calls.map(({ method }) => method);
    expect(order.indexOf('conversations.setStatus')).toBeGreaterThan(-1);
    expect(order.indexOf('conversations.setStatus')).toBeLessThan(order.indexOf('surveys.send'));
  });

  it('is sent by an Enter that came before it was shown, once it is', async () => {
    const { ready, go: check } = later();
    const { engine, user } = await pressQ({
      'surveys.check': async () => {
        await ready;
        return ok({ reasons: [], usd: 0.015, text: 'How was it?', language: 'en', variant: 0 });
      },
    });
    await user.keyboard('{Enter}');
    expect(engine.callsOf('surveys.send')).toEqual([]);
    check();
    await waitFor(() => expect(engine.callsOf('surveys.send')).toHaveLength(1));
  });

  it('is not sent by an early Enter if something speaks against it', async () => {
    const { ready, go: check } = later();
    const { engine, user } = await pressQ({
      'surveys.check': async () => {
        await ready;
        return ok({
          reasons: [{ code: 'optedOut' }],
          usd: 0.015,
          text: 'How was it?',
          language: 'en',
          variant: 0,
        });
      },
    });
    await user.keyboard('{Enter}');
    check();
    await screen.findByRole('listitem');
    await screen.findByText('How was it?');
    expect(engine.callsOf('surveys.send')).toEqual([]);
  });

  it('is taken back by z before the outbox shows it', async () => {
    const { ready, go: show } = later();
    const { engine, user } = await openDialog({
      'outbox.list': async () => {
        await ready;
        return ok({ items: [] });
      },
      'surveys.cancel': () => ok({ ...aSurvey(), state: 'cancelled' }),
    });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.keyDown(document.body, { key: 'z' });
    await waitFor(() => expect(engine.callsOf('surveys.cancel')).toEqual([{ id: 's1' }]));
    show();
  });

  it('stays open with words when sending fails', async () => {
    const { dialog, user } = await openDialog({ 'surveys.send': () => err({ code: 'bug', reference: 'x' }) });
    await user.keyboard('{Enter}');
    expect(await dialog.findByRole('alert')).toBeDefined();
  });
});

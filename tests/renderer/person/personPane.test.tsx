import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PersonPane } from '#renderer/features/Person/PersonPane.tsx';
import { Toasts } from '#renderer/features/Toasts/Toasts.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Person } from '#shared/domain/person.ts';
import { err, ok } from '#shared/result.ts';
import { aSurvey } from '../../support/aSurvey.ts';
import { aConversation, aPerson } from '../support/builders.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

const facts = { isVip: false, conversationCount: 3, messageCount: 12, conversations: [] };

function draw(change: Partial<Person> = {}, conversations: Conversation[] = []) {
  return renderWithEngine(<PersonPane id="c1" />, {
    handlers: {
      'people.get': () => ok({ ...facts, person: aPerson(change), conversations }),
    },
  });
}

it('shows what is known about the person', async () => {
  draw({ verified: true, protected: true });
  expect(await screen.findByText('1,204 followers')).toBeDefined();
  expect(screen.getByText('Gent')).toBeDefined();
  expect(screen.getByText('3 conversations · 12 messages')).toBeDefined();
  expect(screen.getByText('Verified by X')).toBeDefined();
  expect(screen.getByText('Protected posts')).toBeDefined();
});

it.each([
  ['name', { name: 'Har\u200bbour' }, 'Har⟨U+200B⟩bour'],
  ['handle', { handle: 'har\u2060bour' }, '@har⟨U+2060⟩bour'],
] as const)('warns of invisible characters in the %s', async (_what, change, shown) => {
  draw(change);
  expect(await screen.findByText(shown)).toBeDefined();
  expect(screen.getByText(/invisible characters/)).toBeDefined();
});

it('warns of no emoji and no script', async () => {
  draw({ name: 'علی\u200cرضا 👩\u200d👧' });
  await screen.findByText('علی\u200cرضا 👩\u200d👧');
  expect(screen.queryByText(/invisible characters/)).toBeNull();
});

it('shows the last score with its date', async () => {
  const answeredAt = Date.UTC(2026, 10, 3, 12);
  renderWithEngine(<PersonPane id="c1" />, {
    handlers: {
      'surveys.list': ({ state, limit }) =>
        ok({ items: state === 'answered' && limit === 1 ? [aSurvey({ state, score: 4, answeredAt })] : [] }),
    },
  });
  expect(await screen.findByText('Last score: 4 out of 5, Nov 3, 2026')).toBeDefined();
});

it.each([
  [false, 'Add to VIPs', 'Added to VIPs'],
  [true, 'Remove from VIPs', 'Removed from VIPs'],
])('makes somebody a VIP or ends that: %s', async (isVip, label, done) => {
  const asked: unknown[] = [];
  const { user } = renderWithEngine(
    <>
      <PersonPane id="c1" />
      <Toasts />
    </>,
    {
      handlers: {
        'people.get': () => ok({ ...facts, isVip, person: aPerson({ id: 'p1' }) }),
        'people.setVip': (input) => {
          asked.push(input);
          return ok({ activityId: 'a1' });
        },
      },
    },
  );
  const button = await screen.findByRole('button', { name: label, pressed: isVip });
  await user.click(button);
  expect(await screen.findByText(done)).toBeDefined();
  expect(asked).toEqual([{ personId: 'p1', isVip: !isVip }]);
});

it('omits unknown facts', async () => {
  draw({ followers: null, location: null, joinedXAt: null, verified: null, protected: null });
  await screen.findByText('3 conversations · 12 messages');
  expect(screen.queryByText(/followers|On X since|Verified|Protected/)).toBeNull();
});

it.each([
  [true, 'Accepts DMs'],
  [false, 'DMs closed'],
  [null, 'Unknown if DMs are open'],
])('says whether private messages are possible: %s', async (receivesDms, words) => {
  draw({ receivesDms });
  expect(await screen.findByText(words)).toBeDefined();
});

it.each([
  ['annadv', 'https://x.com/annadv'],
  ['', 'https://x.com/intent/user?user_id=5001'],
])('leads to the profile of the person, by id without a handle: %s', async (handle, url) => {
  const { user, shell } = draw({ id: '5001', handle });
  shell.respondWith('links.open', {});
  await user.click(await screen.findByRole('button', { name: 'Profile on X' }));
  await waitFor(() => expect(shell.calls).toContainEqual({ method: 'links.open', input: { url } }));
});

it('opens another conversation of the person', async () => {
  const earlier = aConversation({ id: 'c0', status: 'resolved' });
  const { user } = draw({}, [aConversation(), earlier]);
  const buttons = await screen.findAllByRole('button', { name: /My order is stuck/ });
  expect(buttons).toHaveLength(1);
  for (const button of buttons) await user.click(button);
  expect(useUi.getState().selectedId).toBe('c0');
});

it('leaves it to the timeline to say that a person is new', async () => {
  renderWithEngine(<PersonPane id="c1" />, {
    handlers: {
      'people.get': () =>
        ok({
          person: aPerson(),
          ...facts,
          conversationCount: 1,
          conversations: [aConversation({ id: 'c1' })],
        }),
    },
  });
  expect(await screen.findByText('1,204 followers')).toBeDefined();
  expect(screen.queryByText(/First contact|1 conversation|Other conversations/)).toBeNull();
});

it('says that the person could not be loaded', async () => {
  renderWithEngine(<PersonPane id="c1" />, {
    handlers: { 'people.get': () => err({ code: 'notFound', what: 'person', id: 'p' }) },
  });
  expect(await screen.findByText('Couldn’t load this person')).toBeDefined();
});

it('leaves the own handle out of other conversations, as the list does', async () => {
  const other = aConversation({ id: 'c2' });
  const text = '@Harbour @tom Where is it?';
  draw({}, [{ ...other, lastMessage: { ...other.lastMessage, text } }]);
  expect(await screen.findByText('@tom Where is it?')).toBeDefined();
});

it('saves what is stored about the person in a file', async () => {
  const { user, shell } = renderWithEngine(<PersonPane id="c1" />, {
    handlers: {
      'people.get': () => ok({ ...facts, person: aPerson({ id: 'p1' }) }),
      'people.export': ({ id }) => ok({ content: `about ${id}` }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Export what is stored…' }));
  await waitFor(() =>
    expect(shell.calls).toContainEqual({
      method: 'files.saveText',
      input: { name: `${aPerson().handle}, what is stored`, format: 'json', content: 'about p1' },
    }),
  );
});

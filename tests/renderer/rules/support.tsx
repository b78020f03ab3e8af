import { screen } from '@testing-library/react';
import { Frame } from '#renderer/features/Frame/Frame.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { Rule } from '#shared/domain/rule.ts';
import { ok } from '#shared/result.ts';
import type { FakeHandlers } from '../support/fakeEngine.ts';
import { renderWithEngine } from '../support/renderWithEngine.tsx';

type Listed = EngineOutput<'rules.list'>['items'][number];

export const stored: Rule = {
  id: 'r1',
  name: 'Refunds',
  mode: 'on',
  when: { kind: 'message' },
  conditions: [
    { kind: 'words', words: ['remboursement'], not: false },
    { kind: 'language', languages: ['fr'] },
    { kind: 'channel', channel: 'dm' },
  ],
  steps: {
    addTags: [],
    removeTags: [],
    assignee: 'nobody',
    status: 'open',
    snoozeMinutes: null,
    priority: null,
    draft: null,
    notify: false,
    survey: null,
    hit: null,
  },
  stops: true,
};
export const rule: Listed = { ...stored, problem: null };

export const canned: EngineOutput<'library.list'>['items'][number] = {
  id: 'k1',
  title: 'We look into it',
  shortcut: null,
  folder: '',
  texts: [{ language: null, channel: null, text: 'We look into it.' }],
  images: [],
  isPromise: false,
  uses: 0,
  lastUsedAt: null,
  outcome: { resolved: 0, askedAgain: 0, scores: [] },
  stale: [],
  createdAt: 1,
  updatedAt: 1,
  createdBy: 'Sam',
};

export async function openRules(more: FakeHandlers = {}, items: Listed[] = [rule]) {
  const handlers: FakeHandlers = { 'rules.list': () => ok({ items }), ...more };
  const drawn = renderWithEngine(<Frame />, { handlers });
  await screen.findByText('Live');
  useUi.getState().show('rules');
  return { ...drawn, dialog: await screen.findByRole('dialog', { name: 'Rules' }) };
}

import type { SearchTerms } from '#shared/domain/savedSearch.ts';
import type { TestEngine } from '../../support/startTestEngine.ts';

export const terms = (...all: string[]): SearchTerms => ({
  all,
  any: [],
  phrases: [],
  hashtags: [],
  none: [],
  lang: null,
});

export const save = (engine: TestEngine, word: string, takesAll = false) =>
  engine.call('savedSearches.save', { name: word, terms: terms(word), takesAll });

/** Writes a post of somebody else that does not mention the account. */
export const post = (engine: TestEngine, text: string, from = 'bea', more: object = {}) =>
  engine.control.post({ from, text, ...more });

export async function textsOf(engine: TestEngine, searchId?: string): Promise<string[]> {
  const { items } = await engine.call('listening.list', searchId === undefined ? {} : { searchId });
  return items.map(({ message }) => message.text);
}

export const poll = (engine: TestEngine) => engine.call('capture.pollNow', {});

export async function statusOf(engine: TestEngine, searchId: string) {
  const { sources } = await engine.call('capture.status', {});
  return sources.find(({ id }) => id === `search:${searchId}`);
}

export async function kindsOfActivities(engine: TestEngine, id: string): Promise<string[]> {
  const { activities } = await engine.call('conversations.get', { id });
  return activities.map(({ kind }) => kind);
}

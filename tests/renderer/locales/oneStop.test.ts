import { expect, it } from 'vitest';
import { createI18n } from '#renderer/i18n/i18n.ts';
import { toListTime } from '#renderer/ui/time.ts';

const now = new Date(2026, 10, 30).getTime();

it.each([
  ['fr', 'Aucune conversation ouverte n’est antérieure au 3 nov.'],
  ['nl', 'Er zijn geen open gesprekken van vóór 3 nov.'],
  ['en', 'No open conversations are older than Nov 3.'],
] as const)(
  'ends a sentence in %s with one full stop, also after a shortened month',
  (language, sentence) => {
    const date = toListTime(new Date(2026, 10, 3).getTime(), now, language);
    expect(createI18n(language).t('bulk.older.none', { date })).toBe(sentence);
  },
);

it('leaves what people wrote as it is, and the dots of an ellipsis', () => {
  const { t } = createI18n('fr');
  expect(t('bulk.older.none', { date: 'hmm..' })).toContain('hmm...');
  expect(t('bulk.older.none', { date: '3 nov..' })).toContain('3 nov...');
});

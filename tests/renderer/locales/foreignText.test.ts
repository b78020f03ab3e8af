import { expect, test } from 'vitest';
import { createI18n } from '#renderer/i18n/i18n.ts';

test.each(['$&', '$$', "$'", '$`', '$1', '{{name}}', '$t(queue.you)', '{{- x}}'])('%s', (foreign) => {
  for (const l of ['en', 'nl', 'fr'] as const) {
    const { t } = createI18n(l);
    expect(t('labelled', { label: 'A', value: foreign })).toContain(foreign);
    expect(t('outbox.named', { name: foreign, channel: 'c', text: foreign }).split(foreign)).toHaveLength(3);
  }
});

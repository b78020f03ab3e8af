import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { toName, toShownName } from '../ui/shownName.ts';

/** Says of a message that it was not written to the account, or with whom else in a group. Nothing for all others. */
export function MessageAside({
  message: { context, group },
  className = '',
}: {
  readonly message: Message;
  readonly className?: string | undefined;
}) {
  const { t, i18n } = useTranslation();
  if (!group) return context ? <span className={className}>{t('message.context')}</span> : null;
  const names = group.people.map((person) => toShownName(toName(person)));
  const name = toShownName(group.name ?? '', 60);
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
  return <Bidi text={toWords(t, name, list)} cap={160} className={className} />;
}

function toWords(t: TFunction, group: string, names: string): string {
  if (group === '') return names === '' ? t('message.inGroup') : t('message.inGroupWith', { names });
  return names === ''
    ? t('message.inNamedGroup', { group })
    : t('message.inNamedGroupWith', { group, names });
}

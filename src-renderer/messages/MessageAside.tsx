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
  if (names.length === 0) return <span className={className}>{t('message.inGroup')}</span>;
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
  return <Bidi text={t('message.inGroupWith', { names: list })} cap={160} className={className} />;
}

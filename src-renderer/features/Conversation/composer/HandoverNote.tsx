import { IconMessageShare, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { toPrice } from '../../../ui/money.ts';
import { toFirstName } from '../../../ui/shownName.ts';
import styles from './ComposerNotes.module.css';
import type { OpenHandover } from './useHandover.ts';

interface Props {
  readonly handover: OpenHandover;
  readonly person: PersonSummary;
}

/** Says that the reply is a handover and what it costs with the link and in words, and changes between the two. */
export function HandoverNote({ handover, person }: Props) {
  const { t, i18n } = useTranslation();
  const { composed, hasLink, write, unmark } = handover;
  const price = (usd: number) => toPrice(usd, i18n.language);
  const prices = { usd: price(composed.usd), plainUsd: price(composed.plainUsd) };
  const kind = composed.kind === 'closing' ? 'handover' : composed.kind;
  return (
    <div className={styles.note}>
      <IconMessageShare aria-hidden="true" size={15} stroke={1.75} />
      <span role="status">
        {composed.blocked
          ? t('handover.blocked', { name: toFirstName(person) })
          : t('labelled', { label: t(`handover.prices.${kind}`), value: t('handover.price', prices) })}
      </span>
      <Button size="small" tone="quiet" command="handover.write" onClick={write}>
        {t(hasLink ? 'handover.useWords' : 'handover.useLink')}
      </Button>
      <IconButton
        label={t('handover.none')}
        icon={<IconX size={14} stroke={1.75} />}
        side="top"
        onClick={unmark}
      />
    </div>
  );
}

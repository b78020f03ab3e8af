import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { Button } from '../../ui/Button.tsx';
import { toShownName } from '../../ui/shownName.ts';
import styles from './AgentSettings.module.css';

interface Props {
  readonly error: AppError & { readonly code: 'agentNameTaken' };
  readonly onSwitch: () => void;
}

/** Says that another agent has the name, and offers to switch to them. */
export function NameTaken({ error, onSwitch }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // In a low window it would begin below the edge.
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={box} className={styles.taken}>
      <FailureCard error={error} />
      <Button onClick={onSwitch}>{t('commands.switchAgent', { agent: toShownName(error.name, 28) })}</Button>
    </div>
  );
}

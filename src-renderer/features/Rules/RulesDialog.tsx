import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '#shared/domain/rule.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleLine } from './RuleLine.tsx';
import styles from './Rules.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The rules in the order in which they run, to be written, switched, moved and deleted. */
export function RulesDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('rules.title')} width={620}>
      <Body />
    </Dialog>
  );
}

function Body() {
  const { t } = useTranslation();
  const rules = useEngineQuery('rules.list', {}).data?.items ?? [];
  const body = useRef<HTMLDivElement>(null);
  const [edited, setEdited] = useState<Rule | 'new' | null>(null);
  const close = () => {
    setEdited(null);
    requestAnimationFrame(() => body.current?.focus());
  };
  if (edited !== null) return <RuleEditor rule={edited === 'new' ? null : edited} onDone={close} />;
  return (
    <div ref={body} className={styles.form} tabIndex={-1}>
      <p className={styles.hint}>{t('rules.hint')}</p>
      {rules.length === 0 && <p className={styles.hint}>{t('rules.none')}</p>}
      <ol className={styles.lines} aria-label={t('rules.title')}>
        {rules.map((rule, index) => (
          <RuleLine
            key={rule.id}
            rule={rule}
            index={index}
            count={rules.length}
            onEdit={() => setEdited(rule)}
            onDeleted={() => body.current?.focus()}
          />
        ))}
      </ol>
      <Button tone="primary" onClick={() => setEdited('new')}>
        {t('rules.create')}
      </Button>
    </div>
  );
}

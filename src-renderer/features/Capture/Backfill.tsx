import { IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { SourceStatus } from '#shared/domain/capture.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Capture.module.css';

/** The button that asks X for what it still shows, with what that brought. */
export function Backfill({ sources }: { readonly sources: readonly SourceStatus[] }) {
  const { t } = useTranslation();
  const { isAsking, result, fill } = useBackfill();
  const hasRecoverable = sources.some(({ gaps }) => gaps.some(({ recoverable }) => recoverable));
  const canFill = hasRecoverable && !isAsking;
  const label = t('capture.backfill');
  useCommands([
    { id: 'capture.backfill', keys: ['f'], label, group: 'list', when: () => canFill, run: fill },
  ]);
  const toWords = () => {
    if (isAsking) return t('capture.backfilling');
    if (result) return t('capture.filled', { messages: result.newMessages, gaps: result.closedGaps });
    return hasRecoverable || sources.length === 0 ? '' : t('capture.nothingToFill');
  };
  return (
    <>
      <span role="status" className={styles.result}>
        {toWords()}
      </span>
      <Button
        tone={hasRecoverable ? 'primary' : 'plain'}
        disabled={!canFill}
        command="capture.backfill"
        icon={<IconRestore aria-hidden="true" size={15} stroke={1.75} />}
        onClick={fill}
      >
        {label}
      </Button>
    </>
  );
}

function useBackfill() {
  const backfill = useEngineCommand('capture.backfill');
  const [isAsking, setAsking] = useState(false);
  const [result, setResult] = useState<EngineOutput<'capture.backfill'> | null>(null);
  const ask = async () => {
    setAsking(true);
    // A button that rests cannot keep the focus.
    useUi.getState().focusOn('list');
    const answer = await backfill({});
    setAsking(false);
    if (answer.ok) setResult(answer.value);
  };
  return { isAsking, result, fill: () => void ask() };
}

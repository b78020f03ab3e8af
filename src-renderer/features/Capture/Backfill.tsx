import { IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { SourceStatus } from '#shared/domain/capture.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { Button } from '../../ui/Button.tsx';
import { useBusy } from '../../ui/useBusy.ts';
import styles from './Capture.module.css';

/** The button that fetches what X still has, with the result of the last run. */
export function Backfill({ sources }: { readonly sources: readonly SourceStatus[] }) {
  const { t } = useTranslation();
  const { isRunning, result, start } = useBackfill();
  const hasRecoverable = sources.some(({ gaps }) => gaps.some(({ recoverable }) => recoverable));
  const canStart = hasRecoverable && !isRunning;
  const label = t('capture.backfill');
  useCommands([{ id: 'capture.backfill', when: () => canStart, run: start }]);
  const toWords = () => {
    if (isRunning) return t('capture.backfilling');
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
        disabled={!canStart}
        command="capture.backfill"
        icon={<IconRestore aria-hidden="true" size={15} stroke={1.75} />}
        onClick={start}
      >
        {label}
      </Button>
    </>
  );
}

function useBackfill() {
  const backfill = useEngineCommand('capture.backfill');
  const { isBusy: isRunning, run } = useBusy();
  const [result, setResult] = useState<EngineOutput<'capture.backfill'> | null>(null);
  const start = async () => {
    // A disabled button loses the focus.
    useUi.getState().focusOn('list');
    const response = await backfill({});
    if (response.ok) setResult(response.value);
  };
  return { isRunning, result, start: () => void run(start) };
}

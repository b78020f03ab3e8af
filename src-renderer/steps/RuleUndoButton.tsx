import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import { useEngineCommand } from '../engine/hooks.ts';
import { useSaid } from '../state/said.ts';
import { Button } from '../ui/Button.tsx';
import { counted } from '../ui/counted.ts';
import { toName, toShownName } from '../ui/shownName.ts';

interface Props {
  readonly name: string;
  readonly runId: string;
  /** Whose conversation it is, where more than one is listed. */
  readonly person?: PersonSummary;
}

/** Takes back all that a rule did in one run; what was changed again since stays. */
export function RuleUndoButton({ name, runId, person }: Props) {
  const { t, i18n } = useTranslation();
  const undo = useEngineCommand('bulk.undo');
  const undoIt = async () => {
    const result = await undo({ id: runId });
    if (!result.ok) return;
    const { left } = result.value;
    const isDone = left.length === 0;
    useSaid
      .getState()
      .say(isDone ? t('conversation.system.undone') : t('bulk.notUndone', counted(1, i18n.language)));
  };
  const words = { name: toShownName(name, 60), person: person ? toShownName(toName(person)) : '' };
  return (
    <Button
      size="small"
      tone="quiet"
      aria-label={t(person ? 'rules.undoIn' : 'rules.undoOf', words)}
      onClick={() => void undoIt()}
    >
      {t('rules.undo')}
    </Button>
  );
}

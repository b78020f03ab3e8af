import { useState } from 'react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { noteErased, type ToErase } from '../../state/erasing.ts';
import { useUi } from '../../state/ui.ts';
import { useBusy } from '../../ui/useBusy.ts';

/** Returns what erases a person, once at a time, and what came of it. The list moves on from the open conversation, and back if it failed. */
export function useErase({ person, conversationId }: ToErase, deletesBackups: boolean) {
  const erase = useEngineCommand('people.erase', { quiet: true });
  const { isBusy, run } = useBusy();
  const [failure, setFailure] = useState<AppError | null>(null);
  const [result, setResult] = useState<EngineOutput<'people.erase'> | null>(null);
  const start = async () => {
    setFailure(null);
    const ui = useUi.getState();
    if (ui.selectedId === conversationId) ui.selectNeighbourOf(conversationId);
    const erased = await erase({ id: person.id, handle: person.handle || person.id, deletesBackups });
    if (erased.ok) {
      noteErased();
      setResult(erased.value);
    } else {
      setFailure(erased.error);
      ui.select(conversationId);
    }
  };
  return { run: () => run(start), isBusy, failure, result };
}

import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineInput, EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { useEngineLink } from '../../engine/EngineProvider.tsx';
import { useEngineCommand, useEngineEvent } from '../../engine/hooks.ts';
import { useErrorText } from '../../errors/errorText.ts';
import { noteErased, type ToErase, useErasing } from '../../state/erasing.ts';
import { useSaid } from '../../state/said.ts';
import { useUi } from '../../state/ui.ts';
import { counted } from '../../ui/counted.ts';
import { useBusy } from '../../ui/useBusy.ts';

/**
 * Returns what erases a person, once at a time, and what came of it. The list moves on from the open conversation, and back if it failed.
 * It goes on after the dialog is closed, and a toast then says what came of it.
 */
export function useErase(asked: ToErase, deletesBackups: boolean) {
  const { person, conversationId } = asked;
  const erase = useEraseOnce();
  const { isBusy, run } = useBusy();
  const [failure, setFailure] = useState<AppError | null>(null);
  const [result, setResult] = useState<Erased | null>(null);
  const sayOutcome = useSayOutcome();
  const leaveErased = useLeaveErased();
  const start = async () => {
    setFailure(null);
    const ui = useUi.getState();
    if (ui.selectedId === conversationId) ui.selectNeighbourOf(conversationId);
    const erased = await erase({ id: person.id, handle: person.handle || person.id, deletesBackups });
    if (erased.ok) await leaveErased();
    else ui.select(conversationId);
    const { isOpen, asked: shown } = useErasing.getState();
    if (!isOpen || shown !== asked) return sayOutcome(erased);
    if (erased.ok) {
      noteErased();
      setResult(erased.value);
    } else {
      setFailure(erased.error);
    }
  };
  return { run: () => run(start), isBusy, failure, result };
}

/** Returns what closes the open conversation if it is gone, too: the one after it in the list can be of the same person. */
function useLeaveErased(): () => Promise<void> {
  const link = useEngineLink();
  return async () => {
    const id = useUi.getState().selectedId;
    if (id === null) return;
    const found = await link.call('conversations.get', { id, limit: 1 });
    const isGone = !found.ok && found.error.code === 'notFound';
    if (isGone && useUi.getState().selectedId === id) useUi.getState().select(null);
  };
}

/** What came of an erasure; `unproven` if an engine that was starting carried it out, which makes no proof. */
export type Erased = EngineOutput<'people.erase'> | 'unproven';

/**
 * Returns what erases a person. An engine that goes away meanwhile has written down that they are to be erased, unless it had not begun: the next
 * one erases them before it is asked.
 */
function useEraseOnce(): (input: EngineInput<'people.erase'>) => Promise<Result<Erased, AppError>> {
  const link = useEngineLink();
  const erase = useEngineCommand('people.erase', { quiet: true, sendsAgain: Number.POSITIVE_INFINITY });
  const begunWith = useRef<number | null>(null);
  return async (input) => {
    begunWith.current ??= link.starts();
    const erased = await erase(input);
    const isGone = !erased.ok && erased.error.code === 'notFound' && link.starts() > begunWith.current;
    return isGone ? ok('unproven') : erased;
  };
}

function useSayOutcome(): (erased: Result<Erased, AppError>) => void {
  const { t, i18n } = useTranslation();
  const toText = useErrorText();
  return (erased) => {
    const { say } = useSaid.getState();
    if (!erased.ok) return say(toText(erased.error).what);
    if (erased.value === 'unproven') return say(t('erasing.unproven'));
    const { counts, proof } = erased.value;
    const traces =
      proof.found > 0 ? t('erasing.found', counted(proof.found, i18n.language)) : t('erasing.nothingFound');
    say(`${t('erasing.done', counted(counts.messages, i18n.language))} ${traces}`);
  };
}

/** How much of the search index is written anew, between 0 and 1; null while it is not known. */
export function useErasingShare(): number | null {
  const [share, setShare] = useState<number | null>(null);
  useEngineEvent((event) => {
    if (event.name === 'people.erasing') setShare(event.params.done / Math.max(1, event.params.total));
  });
  return share;
}

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { useShell } from '../../shell/ShellProvider.tsx';
import { endPrinting, type PrintTarget, startPrinting, usePrinting } from '../../state/printing.ts';
import { useUi } from '../../state/ui.ts';
import { toName } from '../../ui/shownName.ts';
import { PrintSheet } from './PrintSheet.tsx';
import { readWholeHistory, type WholeHistory } from './readWholeHistory.ts';

/** The commands that print a conversation, and while one runs the pages, which only the printer sees. */
export function Printing() {
  usePrintCommands();
  const job = usePrinting((state) => state.job);
  return job && <Job key={job.conversationId} {...job} />;
}

function usePrintCommands(): void {
  const { t } = useTranslation();
  const selected = () => {
    const { selectedId, screen } = useUi.getState();
    return screen === 'conversations' ? selectedId : null;
  };
  const print = (target: PrintTarget) => () => {
    const id = selected();
    if (id !== null) startPrinting(id, target);
  };
  const when = () => selected() !== null;
  useCommands([
    { id: 'conversation.print', when, run: print('paper') },
    {
      id: 'conversation.savePdf',
      label: t('print.savePdf'),
      group: 'conversation',
      when,
      run: print('pdf'),
    },
  ]);
}

interface JobProps {
  readonly conversationId: string;
  readonly target: PrintTarget;
}

function Job({ conversationId, target }: JobProps) {
  const getPage = useEngineCommand('conversations.get', { quiet: true });
  const [history, setHistory] = useState<WholeHistory | null>(null);
  useEffect(() => {
    let isWanted = true;
    void readWholeHistory(getPage, conversationId).then((result) => {
      if (!isWanted) return;
      if (result.ok) return setHistory(result.value);
      useUi.getState().notify(result.error);
      endPrinting();
    });
    return () => {
      isWanted = false;
    };
  }, [getPage, conversationId]);
  return history && <Sheet history={history} target={target} />;
}

function Sheet({ history, target }: { readonly history: WholeHistory; readonly target: PrintTarget }) {
  const { t, i18n } = useTranslation();
  const shell = useShell();
  const agent = useEngineQuery('agents.list', {}).data?.me;
  const account = useEngineQuery('system.info', {}).data?.account;
  const [sheet, setSheet] = useState<HTMLElement | null>(null);
  const [printedAt] = useState(() => Date.now());
  const isReady = sheet !== null && agent !== undefined && account !== undefined;
  const name = t('print.title', { name: toName(history.conversation.person) });
  useEffect(() => {
    if (!isReady) return;
    const run = async () => {
      await settlePictures(sheet);
      const result =
        target === 'pdf' ? await shell.call('page.savePdf', { name }) : await shell.call('page.print', {});
      const error = result.ok ? result.value.error : result.error;
      if (error) useUi.getState().notify(error);
      endPrinting();
    };
    void run();
  }, [isReady, sheet, shell, target, name]);
  return createPortal(
    <PrintSheet
      ref={setSheet}
      history={history}
      account={account ?? null}
      agent={agent ?? ''}
      printedAt={printedAt}
      language={i18n.language}
    />,
    document.body,
  );
}

/** Pictures that take longer than this, in milliseconds, are not printed. */
const PATIENCE_MS = 10_000;

/** Resolves once every picture is there or has failed, or after `PATIENCE_MS`. */
async function settlePictures(sheet: HTMLElement): Promise<void> {
  const pictures = [...sheet.querySelectorAll('img')];
  const all = Promise.allSettled(pictures.map((picture) => picture.decode()));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

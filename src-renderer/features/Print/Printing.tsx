import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts';
import { PrintedPages } from '../../shell/PrintedPages.tsx';
import { usePrinted } from '../../shell/usePrinted.ts';
import { type HistoryJob, type PrintTarget, startPrinting, usePrinting } from '../../state/printing.ts';
import { useUi } from '../../state/ui.ts';
import { toName } from '../../ui/shownName.ts';
import { PrintSheet } from './PrintSheet.tsx';
import { readWholeHistory, type WholeHistory } from './readWholeHistory.ts';

/** The commands that print a conversation, and while one runs the pages, which only the printer sees. */
export function Printing() {
  usePrintCommands();
  const job = usePrinting((state) => state.job);
  return job?.of === 'history' && <Job key={job.conversationId} {...job} />;
}

function usePrintCommands(): void {
  const { t } = useTranslation();
  const selected = () => {
    const { selectedId, screen } = useUi.getState();
    return screen === 'conversations' ? selectedId : null;
  };
  const print = (target: PrintTarget) => () => {
    const id = selected();
    if (id !== null) startPrinting({ of: 'history', conversationId: id, target });
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

function Job({ conversationId, target }: HistoryJob) {
  const getPage = useEngineCommand('conversations.get', { quiet: true });
  const read = useCallback(
    async () => await readWholeHistory(getPage, conversationId),
    [getPage, conversationId],
  );
  const history = usePrinted(read, useUi.getState().notify);
  return history && <Sheet history={history} target={target} />;
}

function Sheet({ history, target }: { readonly history: WholeHistory; readonly target: PrintTarget }) {
  const { t, i18n } = useTranslation();
  const agent = useEngineQuery('agents.list', {}).data?.me;
  const account = useEngineQuery('system.info', {}).data?.account;
  const [printedAt] = useState(() => Date.now());
  if (agent === undefined || account === undefined) return null;
  return (
    <PrintedPages target={target} name={t('print.title', { name: toName(history.conversation.person) })}>
      <PrintSheet
        history={history}
        account={account}
        agent={agent}
        printedAt={printedAt}
        language={i18n.language}
      />
    </PrintedPages>
  );
}

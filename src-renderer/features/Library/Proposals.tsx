import { useTranslation } from 'react-i18next';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { FailureCard } from '../../errors/FailureCard.tsx';
import { toNewFromProposal, useLibrary } from '../../state/library.ts';
import { useUi } from '../../state/ui.ts';
import { underWay } from '../../state/underWay.ts';
import { Button } from '../../ui/Button.tsx';
import { counted } from '../../ui/counted.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { toDayAndTime } from '../../ui/time.ts';
import styles from './Proposals.module.css';
import { useProposals } from './useProposals.ts';

type Proposal = EngineOutput<'replies.proposals'>['items'][number];

/** The replies that are proposed as canned responses, the most frequent first, each to be saved or dismissed. */
export function Proposals() {
  const { t } = useTranslation();
  const { data, error } = useProposals();
  if (error) return <FailureCard title={t('proposals.failed')} error={error.error} />;
  if (!data) return null;
  if (data.items.length === 0)
    return <EmptyState title={t('proposals.none')} hint={t('proposals.noneHint')} />;
  return (
    <div className={styles.proposals}>
      <h2 className={styles.title}>{t('proposals.title')}</h2>
      <p className={styles.hint}>{t('proposals.hint')}</p>
      <ul className={styles.list}>
        {data.items.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </div>
  );
}

function ProposalCard({ proposal }: { readonly proposal: Proposal }) {
  const { t, i18n } = useTranslation();
  const dismiss = useDismiss();
  const { text, count, lastAt, language } = proposal;
  const facts = [
    t('proposals.written', counted(count, i18n.language)),
    t('proposals.last', { when: toDayAndTime(lastAt, i18n.language) }),
    ...(language === null ? [] : [t(`library.languages.${language}`)]),
  ];
  return (
    <li className={styles.card}>
      <p className={styles.facts} data-figures>
        {facts.join(' · ')}
      </p>
      <p className={styles.text} dir="auto" lang={language ?? undefined}>
        {text}
      </p>
      <div className={styles.actions}>
        <Button size="small" tone="primary" onClick={() => openAsNew(proposal)}>
          {t('proposals.create')}
        </Button>
        <Button size="small" tone="quiet" onClick={() => void dismiss(proposal.id)}>
          {t('proposals.dismiss')}
        </Button>
      </div>
    </li>
  );
}

/** Opens the form of a new canned response with the text; what was typed there before stays. */
function openAsNew({ id, text, language }: Proposal): void {
  const { edits, edit, select } = useLibrary.getState();
  const editId = toNewFromProposal(id);
  if (!edits[editId])
    edit(editId, {
      title: '',
      shortcut: '',
      folder: '',
      texts: [{ language, channel: null, text }],
      images: [],
      isPromise: false,
    });
  select(editId);
}

/** Dismisses a proposal at once; the toast takes it back. */
function useDismiss(): (id: string) => Promise<void> {
  const { t } = useTranslation();
  const dismiss = useEngineCommand('replies.dismissProposal');
  return async (id) => {
    const done = await underWay(dismiss({ id }));
    if (!done.ok) return;
    const ui = useUi.getState();
    // Its buttons are gone.
    ui.focusOn('conversation');
    useLibrary.getState().discard(toNewFromProposal(id));
    ui.did({ libraryActivityId: done.value.activityId, words: t('proposals.dismissed'), at: Date.now() });
  };
}

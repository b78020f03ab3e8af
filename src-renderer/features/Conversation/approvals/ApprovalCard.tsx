import { IconAlertTriangle, IconChecks } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approval } from '#shared/domain/approval.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { ReplyFiles } from '../../../messages/ReplyFiles.tsx';
import { useUi } from '../../../state/ui.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChannelBadge } from '../../../ui/ChannelBadge.tsx';
import { toFirstName, toShownName } from '../../../ui/shownName.ts';
import { ApprovalField } from './ApprovalField.tsx';
import styles from './Approvals.module.css';
import { type Deciding, useDeciding } from './useDeciding.ts';

interface Props {
  readonly item: Approval;
  readonly person: PersonSummary;
  /** Whether the keys decide about this one. */
  readonly isFirst: boolean;
}

/** A reply that waits for an approval: its words, who asks whom, and what the agent can decide. */
export function ApprovalCard({ item, person, isFirst }: Props) {
  const { t } = useTranslation();
  const deciding = useDeciding(item);
  const [open, setOpen] = useState<Opened>(null);
  const author = toShownName(item.askedBy.name);
  const close = () => {
    setOpen(null);
    useUi.getState().focusOn('conversation');
  };
  return (
    <section
      className={styles.card}
      aria-label={item.isOwn ? t('approval.ownLabel') : t('approval.label', { author })}
    >
      <header className={styles.head}>
        <IconChecks aria-hidden="true" size={15} stroke={1.75} />
        <strong>{toAsking(item, t)}</strong>
        <ChannelBadge channel={item.channel} />
      </header>
      {item.note !== null && <p className={styles.remark}>{item.note}</p>}
      {open !== 'edit' && (
        <p className={styles.text} dir="auto">
          {item.text}
        </p>
      )}
      {item.attachments && <ReplyFiles files={item.attachments} />}
      {open !== null && <OpenField {...{ item, deciding, open }} onLeave={close} />}
      <Hindrances item={item} person={person} deciding={deciding} />
      {open === null && <Ways {...{ item, deciding, isFirst }} onOpen={setOpen} />}
    </section>
  );
}

/** What is being written about a reply. */
type Opened = 'edit' | 'return' | null;

interface OpenProps extends Pick<Props, 'item'> {
  readonly deciding: Deciding;
  readonly open: Exclude<Opened, null>;
  readonly onLeave: () => void;
}

function OpenField({ item, deciding, open, onLeave }: OpenProps) {
  const { t } = useTranslation();
  if (open === 'edit')
    return (
      <ApprovalField
        label={t('approval.editLabel')}
        start={item.text}
        save={t('approval.approveEdited')}
        onSave={(text) => void deciding.approve(text)}
        onLeave={onLeave}
      />
    );
  return (
    <ApprovalField
      label={t('approval.returnLabel')}
      hint={t('approval.returnHint')}
      start=""
      save={t('approval.returnShort')}
      onSave={(note) => void deciding.giveBack(note)}
      onLeave={onLeave}
    />
  );
}

function toAsking({ askedBy: by, approver: asked, isOwn, isAsked }: Approval, t: TFunction): string {
  const author = toShownName(by.name);
  const approver = toShownName(asked?.name ?? '');
  if (isOwn) return asked ? t('approval.youAsked', { approver }) : t('approval.youAskedAnyone');
  if (asked === null) return t('approval.askedAnyone', { author });
  return isAsked ? t('approval.askedYou', { author }) : t('approval.askedOther', { author, approver });
}

interface HindranceProps extends Pick<Props, 'item' | 'person'> {
  readonly deciding: Deciding;
}

/** Why to look again before approving it. */
function Hindrances({ item, person, deciding }: HindranceProps) {
  const { t, i18n } = useTranslation();
  const codes = deciding.guarded.map((code) => t(`guardSettings.codes.${code}`));
  const guards = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(codes);
  const author = toShownName(item.askedBy.name);
  const lines = [
    ...(item.since === null ? [] : [t(`approval.${item.since}`, { name: toFirstName(person) })]),
    ...(codes.length > 0 ? [t('approval.guarded', { guards, author })] : []),
  ];
  return (
    <div role="status">
      {lines.map((line) => (
        <p key={line} className={styles.hindrance}>
          <IconAlertTriangle aria-hidden="true" size={15} stroke={1.75} />
          <span>{line}</span>
        </p>
      ))}
    </div>
  );
}

interface WaysProps extends Pick<Props, 'item' | 'isFirst'> {
  readonly deciding: Deciding;
  readonly onOpen: (what: Opened) => void;
}

function Ways({ item, deciding, isFirst, onOpen }: WaysProps) {
  const { t } = useTranslation();
  const { isOwn } = item;
  const approve = () => void deciding.approve();
  const leave = isOwn ? () => void deciding.withdraw() : () => onOpen('return');
  const when = () => isFirst;
  const canApprove = () => isFirst && !isOwn;
  useCommands([
    { id: 'approval.approve', when: canApprove, run: approve },
    { id: 'approval.edit', when: canApprove, run: () => onOpen('edit') },
    { id: 'approval.return', when, run: leave },
  ]);
  const keyOf = (command: string) => (isFirst ? { command } : {});
  const isHindered = item.since !== null || deciding.guarded.length > 0;
  return (
    <div className={styles.ways}>
      {!isOwn && (
        <>
          <Button size="small" tone="primary" {...keyOf('approval.approve')} onClick={approve}>
            {t(isHindered ? 'approval.approveAnyway' : 'approval.approve')}
          </Button>
          <Button size="small" {...keyOf('approval.edit')} onClick={() => onOpen('edit')}>
            {t('approval.editShort')}
          </Button>
        </>
      )}
      <Button size="small" tone="quiet" {...keyOf('approval.return')} onClick={leave}>
        {t(isOwn ? 'approval.withdraw' : 'approval.returnShort')}
      </Button>
    </div>
  );
}

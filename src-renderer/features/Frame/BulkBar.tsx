import {
  IconAlarmSnooze,
  IconCheck,
  IconFileExport,
  IconMailOpened,
  IconRotate,
  IconTag,
  IconUserOff,
  IconUserPlus,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkChange } from '#shared/domain/bulkChange.ts';
import { useCommandRegistry } from '../../commands/CommandsProvider.tsx';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { usePicked } from '../../state/picked.ts';
import { allPicked, showTags } from '../../state/tagging.ts';
import { useUi } from '../../state/ui.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { counted } from '../../ui/counted.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import shared from '../../ui/shared.module.css';
import { useBulkActions, useBulkBusy } from '../../workspace/useBulkActions.ts';
import { ChoiceMenu } from '../Conversation/ChoiceMenu.tsx';
import { SnoozeChoices } from '../Conversation/SnoozeChoices.tsx';
import styles from './BulkBar.module.css';
import { useBulkCommands } from './useBulkCommands.ts';

/** What can be done with the picked conversations, in place of the title of their list. */
export function BulkBar({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const [isSnoozing, setSnoozing] = useState(false);
  const { changePicked } = useBulkActions();
  const isReadOnly = useIsReadOnly();
  const isBusy = useBulkBusy((state) => state.isBusy);
  const isResolved = useUi((state) => state.view === 'resolved');
  // The bar goes, and must not take the focus with it.
  const act = (change: BulkChange) => void changePicked(change).then(focusList);
  useBulkCommands(() => setSnoozing(true));
  return (
    <section aria-label={t('bulk.bar')} aria-busy={isBusy} className={styles.bar}>
      <IconButton
        label={t('bulk.clear')}
        command="list.unpick"
        icon={<IconX size={16} stroke={1.75} />}
        onClick={clear}
      />
      <h1 className={shared.spoken}>{title}</h1>
      <PickCount />
      <ExportPicked />
      {!isReadOnly && (
        <Changes isResolved={isResolved} act={act} isSnoozing={isSnoozing} onSnoozing={setSnoozing} />
      )}
    </section>
  );
}

interface ChangesProps extends ActProps {
  readonly isResolved: boolean;
  readonly isSnoozing: boolean;
  readonly onSnoozing: (isSnoozing: boolean) => void;
}

function Changes({ isResolved, act, isSnoozing, onSnoozing }: ChangesProps) {
  const { t } = useTranslation();
  return (
    <>
      <ResolveOrReopen isResolved={isResolved} act={act} />
      <SnoozePicked act={act} open={isSnoozing} onOpenChange={onSnoozing} />
      <AssignPicked act={act} />
      <IconButton
        label={t('tags.choose')}
        command="conversation.tag"
        icon={<IconTag size={17} stroke={1.75} />}
        onClick={() => showTags(allPicked)}
      />
      <IconButton
        label={t('bulk.commands.markRead')}
        command="conversation.markRead"
        icon={<IconMailOpened size={17} stroke={1.75} />}
        onClick={() => act({ type: 'read' })}
      />
    </>
  );
}

function ExportPicked() {
  const { t } = useTranslation();
  const registry = useCommandRegistry();
  return (
    <IconButton
      label={t('review.export')}
      command="conversation.export"
      icon={<IconFileExport size={17} stroke={1.75} />}
      onClick={() => registry.run('conversation.export')}
    />
  );
}

function clear(): void {
  usePicked.getState().clear();
  focusList();
}

function focusList(): void {
  useUi.getState().focusOn('list');
}

/** How many are picked, and whether that is not all of the list. */
function PickCount() {
  const { t, i18n } = useTranslation();
  const count = usePicked(({ picks }) => picks.size);
  const isCut = usePicked((state) => state.isCut);
  return (
    <p role="status" className={styles.count} data-figures>
      {t('bulk.count', counted(count, i18n.language))}
      {isCut && <span className={styles.cut}>{t('bulk.cut')}</span>}
    </p>
  );
}

interface ActProps {
  readonly act: (change: BulkChange) => void;
}

function ResolveOrReopen({ isResolved, act }: ActProps & { readonly isResolved: boolean }) {
  const { t } = useTranslation();
  if (isResolved) {
    return (
      <IconButton
        label={t('conversation.reopen')}
        icon={<IconRotate size={17} stroke={1.75} />}
        onClick={() => act({ type: 'status', status: 'open' })}
      />
    );
  }
  return (
    <IconButton
      label={t('conversation.resolve')}
      command="conversation.resolve"
      icon={<IconCheck size={17} stroke={2} />}
      onClick={() => act({ type: 'status', status: 'resolved' })}
    />
  );
}

interface SnoozeProps extends ActProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

function SnoozePicked({ act, ...menu }: SnoozeProps) {
  const { t } = useTranslation();
  const icon = <IconAlarmSnooze size={17} stroke={1.75} />;
  return (
    <SnoozeChoices
      {...menu}
      isAsleep={false}
      canWait
      onSnooze={(until) => act({ type: 'snooze', until })}
      onWait={() => act({ type: 'status', status: 'pending' })}
      trigger={<IconButton label={t('conversation.snooze')} command="conversation.snooze" icon={icon} />}
    />
  );
}

const nobody = '\u0000';

/** The menu that assigns what is picked; somebody who works alone has nobody to choose between. */
function AssignPicked({ act }: ActProps) {
  const { t } = useTranslation();
  const { me, all } = useEngineQuery('agents.list', {}).data ?? { me: '', all: [] };
  if (all.length < 2) return null;
  return (
    <ChoiceMenu
      label={t('conversation.assign')}
      value={null}
      choices={[
        ...all.map((name) => ({
          value: name,
          label: name === me ? t('conversation.assignMe', { agent: name }) : name,
          icon: <Avatar id={name} name={name} size={18} />,
        })),
        {
          value: nobody,
          label: t('conversation.assignNobody'),
          icon: <IconUserOff aria-hidden="true" size={15} />,
        },
      ]}
      onChoose={(next) => act({ type: 'assign', agent: next === nobody ? null : next })}
      trigger={
        <IconButton label={t('conversation.assign')} icon={<IconUserPlus size={17} stroke={1.75} />} />
      }
    />
  );
}

import {
  IconArrowLeft,
  IconCheck,
  IconLayoutSidebarRight,
  IconNote,
  IconRotate,
  IconTag,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { DueMark } from '../../dueTime/DueMark.tsx';
import { PersonAvatar } from '../../shell/PersonAvatar.tsx';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { useShownPanes } from '../../shell/usePanes.ts';
import { usePersonSide } from '../../shell/usePersonSide.ts';
import { writeNote } from '../../state/noting.ts';
import { useHasPicks } from '../../state/picked.ts';
import { showTags } from '../../state/tagging.ts';
import { useUi } from '../../state/ui.ts';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PriorityMark } from '../../ui/PriorityMark.tsx';
import { toName } from '../../ui/shownName.ts';
import { VipMark } from '../../ui/VipMark.tsx';
import { useCountedTime } from '../../workspace/useCountedTime.ts';
import { useTargetText } from '../../workspace/useServiceLevels.ts';
import { useIsTeam } from '../../workspace/useTeam.ts';
import styles from './Conversation.module.css';
import { AssignMenu, PriorityMenu, StatusChip, StatusMenu } from './HeaderMenus.tsx';
import { SnoozeMenu } from './SnoozeMenu.tsx';

interface Props {
  readonly conversation: Conversation;
  readonly onResolve: () => void;
  readonly onReopen: () => void;
}

/** The person, status, assignee and priority of a conversation, with the actions on the conversation as a whole. */
export function ConversationHeader({ conversation, onResolve, onReopen }: Props) {
  const { t } = useTranslation();
  const { isShown, toggle } = usePersonSide();
  const { person, isVip } = conversation;
  useCommands([
    {
      id: 'person.toggle',
      run: toggle,
    },
  ]);
  return (
    <header className={styles.header}>
      <BackToList />
      <div className={styles.face}>
        <PersonAvatar person={person} size={28} />
      </div>
      <div className={styles.who}>
        <h1 className={styles.title}>
          <Bidi text={toName(person)} cap={80} className={styles.name} />
          {isVip && <VipMark />}
          <Handle handle={person.handle} cap={22} className={styles.handle} />
        </h1>
        <TimeLeft conversation={conversation} />
      </div>
      {useIsReadOnly() ? (
        <ReadOnlyMarks conversation={conversation} />
      ) : (
        <Actions conversation={conversation} onResolve={onResolve} onReopen={onReopen} />
      )}
      <IconButton
        label={t(isShown ? 'conversation.hidePerson' : 'conversation.showPerson')}
        command="person.toggle"
        aria-pressed={isShown}
        icon={<IconLayoutSidebarRight size={17} stroke={1.75} />}
        onClick={toggle}
      />
    </header>
  );
}

/** How long is left for the reply that is due, named after what is promised. */
function TimeLeft({ conversation }: Pick<Props, 'conversation'>) {
  const { t } = useTranslation();
  const counted = useCountedTime();
  const target = useTargetText(conversation);
  const { dueAt } = conversation;
  if (dueAt === null) return null;
  return (
    <div role="timer" aria-label={target ?? t('serviceLevels.replyDue')} className={styles.due}>
      <DueMark conversation={conversation} dueAt={dueAt} counted={counted} />
    </div>
  );
}

/** What nobody can change here. */
function ReadOnlyMarks({ conversation: { priority, status } }: Pick<Props, 'conversation'>) {
  return (
    <>
      <PriorityMark priority={priority} />
      <StatusChip status={status} />
    </>
  );
}

function Actions({ conversation, onResolve, onReopen }: Props) {
  return (
    <>
      <StatusMenu conversation={conversation} />
      {useIsTeam() && <AssignMenu conversation={conversation} />}
      <PriorityMenu conversation={conversation} />
      <TeamButtons id={conversation.id} />
      <SnoozeMenu conversation={conversation} />
      <ResolveButton
        isResolved={conversation.status === 'resolved'}
        onResolve={onResolve}
        onReopen={onReopen}
      />
    </>
  );
}

/** What is for the team only: notes and tags. */
function TeamButtons({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <>
      <IconButton
        label={t('notes.write')}
        command="note.write"
        icon={<IconNote size={17} stroke={1.75} />}
        onClick={() => writeNote(id)}
      />
      <IconButton
        label={t('tags.choose')}
        command="conversation.tag"
        icon={<IconTag size={17} stroke={1.75} />}
        onClick={() => showTags(id)}
      />
    </>
  );
}

/** The way back where the conversation fills the place of the list. */
function BackToList() {
  const { t } = useTranslation();
  if (useShownPanes() === 'both') return null;
  return (
    <IconButton
      label={t('commands.backToList')}
      command="list.focus"
      icon={<IconArrowLeft size={18} stroke={1.75} />}
      className={styles.back ?? ''}
      onClick={() => useUi.getState().focusOn('list')}
    />
  );
}

interface ResolveProps extends Pick<Props, 'onResolve' | 'onReopen'> {
  readonly isResolved: boolean;
}

function ResolveButton({ isResolved, onResolve, onReopen }: ResolveProps) {
  const { t } = useTranslation();
  // While others are picked, the shortcut is for them.
  const shortcut = useHasPicks() ? {} : { command: 'conversation.resolve' };
  if (isResolved) {
    return (
      <Button icon={<IconRotate aria-hidden="true" size={15} stroke={1.75} />} onClick={onReopen}>
        {t('conversation.reopen')}
      </Button>
    );
  }
  return (
    <Button icon={<IconCheck aria-hidden="true" size={15} stroke={2} />} {...shortcut} onClick={onResolve}>
      {t('conversation.resolve')}
    </Button>
  );
}

import {
  IconAlertTriangle,
  IconCrown,
  IconExternalLink,
  IconLock,
  IconRosetteDiscountCheck,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/domain/person.ts';
import { hasHiddenMarks, markHidden } from '#shared/hiddenMarks.ts';
import { PersonAvatar } from '../../shell/PersonAvatar.tsx';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { useOpenOnX } from '../../shell/useOpenLink.ts';
import { Bidi, Handle } from '../../ui/Bidi.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toName } from '../../ui/shownName.ts';
import { useConversationActions } from '../../workspace/useConversationActions.ts';
import styles from './PersonPane.module.css';

interface Props {
  readonly person: Person;
  readonly isVip: boolean;
  /** Below which conversation the person is shown. */
  readonly conversationId: string;
}

/** Avatar, name, handle and description of a person, and whether they are a VIP. */
export function PersonHead({ person, isVip, conversationId }: Props) {
  const { t } = useTranslation();
  const openOnX = useOpenOnX();
  return (
    <header className={styles.head}>
      <PersonAvatar person={person} size={48} />
      <div className={styles.names}>
        <h2 className={styles.name}>
          <Bidi text={toName(person)} cap={100} />
        </h2>
        <Handle handle={person.handle} cap={22} className={styles.handle} />
      </div>
      <div className={styles.buttons}>
        {!useIsReadOnly() && <VipButton person={person} isVip={isVip} conversationId={conversationId} />}
        <IconButton
          label={t('person.openOnX')}
          icon={<IconExternalLink size={16} stroke={1.75} />}
          side="left"
          onClick={() => openOnX.profile(person)}
        />
      </div>
      <Marks person={person} />
      {person.description && (
        <p className={styles.description}>
          <Bidi text={person.description} cap={400} />
        </p>
      )}
    </header>
  );
}

function VipButton({ person, isVip, conversationId }: Props) {
  const { t } = useTranslation();
  const { setVip } = useConversationActions();
  return (
    <IconButton
      label={t(isVip ? 'person.endVip' : 'person.makeVip')}
      command="person.vip"
      aria-pressed={isVip}
      icon={<IconCrown size={16} stroke={1.75} />}
      side="left"
      onClick={() => void setVip(conversationId, { personId: person.id, isVip: !isVip })}
    />
  );
}

function Marks({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const hasHidden = hasHiddenMarks(markHidden(`${person.name} ${person.handle}`));
  if (!person.verified && !person.protected && !hasHidden) return null;
  return (
    <p className={styles.marks}>
      {person.verified && (
        <span data-mark="verified">
          <IconRosetteDiscountCheck aria-hidden="true" size={14} stroke={1.75} />
          {t('person.verified')}
        </span>
      )}
      {person.protected && (
        <span>
          <IconLock aria-hidden="true" size={14} stroke={1.75} />
          {t('person.protected')}
        </span>
      )}
      {hasHidden && (
        <span data-mark="hidden">
          <IconAlertTriangle aria-hidden="true" size={14} stroke={1.75} />
          {t('person.hiddenMarks')}
        </span>
      )}
    </p>
  );
}

import {
  IconAlertTriangle,
  IconCopy,
  IconExternalLink,
  IconEyeExclamation,
  IconLockExclamation,
  IconMessagePlus,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import type { GuardCode, Warning } from '#shared/guards.ts';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { toItemsText } from '../../../errors/privateDataText.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChannelIcon } from '../../../ui/ChannelBadge.tsx';
import { toFirstName } from '../../../ui/shownName.ts';
import { toDayAndTime } from '../../../ui/time.ts';
import styles from './ComposerNotes.module.css';
import type { OpenReply } from './useReply.ts';

interface Props {
  readonly reply: OpenReply;
  readonly person: PersonSummary;
}

const icons = {
  personalData: IconEyeExclamation,
  wrongChannel: IconLockExclamation,
  nearDuplicate: IconCopy,
  unseenMessage: IconMessagePlus,
  foreignLink: IconExternalLink,
  price: IconAlertTriangle,
} as const satisfies Record<GuardCode, unknown>;

/** What the guards say about the reply, each in one line, and what to do about it: overrule them, or send it privately. */
export function GuardNotes({ reply, person }: Props) {
  const { t, i18n } = useTranslation();
  const { guards } = reply;
  // The line above the composer says that they wrote again.
  const warnings = guards.warnings.filter(({ code }) => !(reply.wroteAgain && code === 'unseenMessage'));
  const hasWarnings = warnings.length > 0;
  const canMove = hasWarnings && reply.sendPrivately !== null;
  const overrule = () => guards.setOverruled(true);
  const sendPrivately = () => void reply.sendPrivately?.();
  useCommands([
    { id: 'reply.overrule', when: () => hasWarnings && !guards.isOverruled, run: overrule },
    { id: 'reply.sendPrivately', when: () => canMove, run: sendPrivately },
  ]);
  if (!hasWarnings) return null;
  if (guards.isOverruled) return <OverruledNote onShow={() => guards.setOverruled(false)} />;
  return (
    <div className={styles.guards} data-tone="careful">
      <div role="status" className={styles.lines}>
        {warnings.map((warning) => (
          <GuardLine
            key={warning.code}
            code={warning.code}
            words={toWords(warning, { reply, person, t, language: i18n.language })}
          />
        ))}
      </div>
      <Ways onSendPrivately={canMove ? sendPrivately : null} onOverrule={overrule} />
    </div>
  );
}

interface WaysProps {
  /** Null where it cannot be sent in private. */
  readonly onSendPrivately: (() => void) | null;
  readonly onOverrule: () => void;
}

function Ways({ onSendPrivately, onOverrule }: WaysProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.ways}>
      {onSendPrivately && (
        <Button
          size="small"
          tone="quiet"
          command="reply.sendPrivately"
          icon={<ChannelIcon channel="dm" />}
          onClick={onSendPrivately}
        >
          {t('guards.sendPrivately')}
        </Button>
      )}
      <Button size="small" tone="quiet" command="reply.overrule" onClick={onOverrule}>
        {t('guards.overrule')}
      </Button>
    </div>
  );
}

function GuardLine({ code, words }: { readonly code: GuardCode; readonly words: string }) {
  const Icon = icons[code];
  return (
    <p className={styles.line}>
      <Icon aria-hidden="true" size={15} stroke={1.75} />
      <span>{words}</span>
    </p>
  );
}

function OverruledNote({ onShow }: { readonly onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.note}>
      <IconAlertTriangle aria-hidden="true" size={15} stroke={1.75} />
      <span role="status">{t('guards.overruled')}</span>
      <Button size="small" tone="quiet" onClick={onShow}>
        {t('guards.showAgain')}
      </Button>
    </div>
  );
}

interface Facts extends Props {
  readonly t: TFunction;
  readonly language: string;
}

function toWords(warning: Warning, { reply, person, t, language }: Facts): string {
  const name = toFirstName(person);
  switch (warning.code) {
    case 'personalData':
      return t('composer.privateData', { what: toItemsText(warning.items, t, language) });
    case 'wrongChannel':
      return t(`guards.wrongChannel.${warning.reason}`, {
        name,
        words: reply.text.slice(warning.start, warning.end),
      });
    case 'nearDuplicate':
      return t(`guards.nearDuplicate.${warning.where}`, { name, time: toDayAndTime(warning.at, language) });
    case 'unseenMessage':
      return t('guards.unseenMessage', { count: warning.count, name });
    case 'foreignLink':
      return t('guards.foreignLink', {
        count: warning.links.length,
        links: new Intl.ListFormat(language, { type: 'conjunction' }).format(warning.links),
      });
    case 'price':
      return '';
  }
}

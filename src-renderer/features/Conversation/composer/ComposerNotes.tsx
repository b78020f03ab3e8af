import {
  IconAlertTriangle,
  IconEraser,
  IconExternalLink,
  IconLink,
  IconMessagePlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import { countInvalid } from '#shared/domain/postLength.ts';
import { listPricedLinks } from '#shared/domain/postLinks.ts';
import type { AppError } from '#shared/errors.ts';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { ErrorWhat } from '../../../errors/ErrorWhat.tsx';
import { useErrorText } from '../../../errors/errorText.ts';
import { useOpenLink } from '../../../shell/useOpenLink.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChannelIcon } from '../../../ui/ChannelBadge.tsx';
import { toFirstName } from '../../../ui/shownName.ts';
import styles from './ComposerNotes.module.css';
import type { OpenReply } from './useReply.ts';

/** Says that invisible characters, which X refuses, will not be sent. */
export function RemovedNote({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const count = countInvalid(text);
  if (count === 0) return null;
  return (
    <div className={styles.note} role="status">
      <IconEraser aria-hidden="true" size={15} stroke={1.75} />
      <span>{t('composer.removed', { count })}</span>
    </div>
  );
}

/** Says that X does not take these pictures together. */
export function TooManyNote({ error }: { readonly error: AppError }) {
  const text = useErrorText()(error);
  return (
    <div className={styles.note} data-tone="careful" role="alert">
      <IconAlertTriangle aria-hidden="true" size={15} stroke={1.75} />
      <span>
        {text.what} {text.todo}
      </span>
    </div>
  );
}

/** Says that the draft could not be saved, until it could. */
export function DraftRefusedNote() {
  const { t } = useTranslation();
  return (
    <div className={styles.note} role="status">
      <IconAlertTriangle aria-hidden="true" size={15} stroke={1.75} />
      <span>{t('desktop.draftRefused')}</span>
    </div>
  );
}

/** Warns that a missing space has made a link, which is dear, and offers to insert it. */
export function MissingSpaceNote({ reply: { text, setText } }: { readonly reply: OpenReply }) {
  const { t } = useTranslation();
  const links = listPricedLinks(text).filter(({ spaceAt }) => spaceAt !== null);
  const insert = () =>
    setText(
      links.reduceRight(
        (left, { spaceAt }) => `${left.slice(0, spaceAt ?? 0)} ${left.slice(spaceAt ?? 0)}`,
        text,
      ),
    );
  useCommands([
    {
      id: 'reply.insertSpace',
      when: () => links.length > 0,
      run: insert,
    },
  ]);
  const first = links[0];
  if (!first) return null;
  return (
    <div className={styles.note} data-tone="careful" role="status">
      <IconLink aria-hidden="true" size={15} stroke={1.75} />
      <span>{t('composer.missingSpace', { word: first.text })}</span>
      <Button size="small" tone="quiet" command="reply.insertSpace" onClick={insert}>
        {t('composer.insertSpace')}
      </Button>
    </div>
  );
}

interface WroteAgainProps {
  readonly person: PersonSummary;
  readonly onShow: () => void;
}

/** Says that the customer wrote again while the reply was being written. */
export function WroteAgainNote({ person, onShow }: WroteAgainProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.above} role="status">
      <IconMessagePlus aria-hidden="true" size={15} stroke={1.75} />
      <span>{t('composer.wroteAgain', { name: toFirstName(person) })}</span>
      <Button size="small" tone="quiet" onClick={onShow}>
        {t('composer.show')}
      </Button>
    </div>
  );
}

interface Props {
  readonly reply: OpenReply;
  readonly error: AppError;
  readonly onMove: () => void;
}

/** Says that X would refuse a reply on this channel, why, and what to do instead. */
export function ChannelErrorNote({ reply: { channel, channels, openOnXUrl }, error, onMove }: Props) {
  const { t } = useTranslation();
  const text = useErrorText()(error);
  const openLink = useOpenLink();
  const isPublic = channel === 'public';
  return (
    <div className={styles.channelError} role="status">
      <p>
        <ErrorWhat text={text} /> {text.todo}
      </p>
      <div className={styles.ways}>
        {isPublic && openOnXUrl !== null && (
          <Button
            size="small"
            icon={<IconExternalLink aria-hidden="true" size={14} stroke={1.75} />}
            onClick={() => openLink(openOnXUrl)}
          >
            {t('message.openOnX')}
          </Button>
        )}
        {isPublic && channels.dm === null && (
          <Button size="small" icon={<ChannelIcon channel="dm" />} onClick={onMove}>
            {t('composer.writeDm')}
          </Button>
        )}
      </div>
    </div>
  );
}

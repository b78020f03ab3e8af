import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Poll } from '#shared/domain/attachment.ts';
import type { Message } from '#shared/domain/message.ts';
import { useOpenMessageOnX } from '../shell/useOpenLink.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { Button } from '../ui/Button.tsx';
import { toExactTime } from '../ui/time.ts';
import styles from './Attachments.module.css';

/** Polls, and by its name what Perch cannot show, with a way to X. */
export function Attachments({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const open = useOpenMessageOnX(message);
  return message.attachments.map((attachment, index) =>
    attachment.kind === 'poll' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes the order of its attachments
      <PollView key={index} poll={attachment} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes the order of its attachments
      <div key={index} className={styles.other}>
        <p className={styles.name}>
          <IconPaperclip aria-hidden="true" size={14} stroke={1.75} />
          {attachment.name === 'poll'
            ? t('labelled', { label: t('message.content.poll'), value: t('message.notHere') })
            : t('message.attachmentUnknown', { name: attachment.name })}
        </p>
        <Button size="small" onClick={open}>
          {t('message.openOnX')}
        </Button>
      </div>
    ),
  );
}

function PollView({ poll: { options, endsAt, isClosed } }: { readonly poll: Poll }) {
  const { t, i18n } = useTranslation();
  const total = options.reduce((sum, { votes }) => sum + votes, 0);
  const toShare = (votes: number) => (total === 0 ? 0 : votes / total);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <figure className={styles.poll} aria-label={t('message.content.poll')}>
      <ul className={styles.options}>
        {options.map(({ label, votes }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two options of a poll can have the same label
          <li key={index} className={styles.option}>
            <progress className={styles.bar} max={1} value={toShare(votes)} aria-hidden="true" />
            <Bidi text={label} cap={60} className={styles.label} />
            <span className={styles.votes}>
              {percent.format(toShare(votes))} · {t('message.votes', { count: votes })}
            </span>
          </li>
        ))}
      </ul>
      <figcaption className={styles.end}>
        {t(isClosed ? 'message.pollEnded' : 'message.pollEnds', {
          time: endsAt === null ? '' : toExactTime(endsAt, i18n.language),
        })}
      </figcaption>
    </figure>
  );
}

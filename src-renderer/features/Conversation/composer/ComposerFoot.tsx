import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '#shared/domain/person.ts';
import { hasUrl, POST_LIMIT } from '#shared/domain/postLength.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChannelIcon } from '../../../ui/ChannelBadge.tsx';
import { toPrice } from '../../../ui/money.ts';
import shared from '../../../ui/shared.module.css';
import { toFirstName, toShownName } from '../../../ui/shownName.ts';
import styles from './Composer.module.css';
import type { OpenReply, ReplyFit } from './useReply.ts';

interface Props {
  readonly reply: OpenReply;
  readonly person: PersonSummary;
  readonly fit: ReplyFit;
  readonly onSend: () => void;
}

/** Who will be able to read the answer, how much room is left, and the button that names channel and recipient. */
export function ComposerFoot({ reply, person, fit, onSend }: Props) {
  const { channel, closedReason, error, usd, text } = reply;
  const { t } = useTranslation();
  const isPublic = channel === 'public';
  const isOpen = !closedReason && !error;
  return (
    <div className={styles.foot}>
      <span className={styles.reach}>{t(isPublic ? 'channel.publicHint' : 'channel.dmHint')}</span>
      {usd !== null && isOpen && <Price usd={usd} hasLink={isPublic && hasUrl(text)} />}
      {fit.remaining !== null && isOpen && <Counter remaining={fit.remaining} />}
      <Button
        tone={isPublic ? 'public' : 'private'}
        command="reply.send"
        disabled={!fit.canSend}
        icon={<ChannelIcon channel={channel} />}
        className={styles.send}
        onClick={onSend}
      >
        {isPublic
          ? t('composer.sendPublic', { handle: toShownName(person.handle, 24) })
          : t('composer.sendDm', { name: toFirstName(person) })}
      </Button>
    </div>
  );
}

/** How few characters are few. */
export const FEW = 20;

/** How many weighted characters a post has left; amber when few, red when too many. */
export function Counter({ remaining }: { readonly remaining: number }) {
  const { t } = useTranslation();
  const level = remaining < 0 ? 'over' : remaining <= FEW ? 'few' : 'plenty';
  const used = Math.min(1, Math.max(0, 1 - remaining / POST_LIMIT));
  const around = 2 * Math.PI * 7;
  const words = t('composer.remaining', { count: remaining });
  return (
    <span className={styles.counter} data-level={level} role="img" aria-label={words} title={words}>
      <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
        <circle cx="9" cy="9" r="7" className={styles.track} />
        <circle
          cx="9"
          cy="9"
          r="7"
          className={styles.used}
          strokeDasharray={`${used * around} ${around}`}
          transform="rotate(-90 9 9)"
        />
      </svg>
      <span data-figures>{remaining}</span>
    </span>
  );
}

interface PriceProps {
  /** US dollars. */
  readonly usd: number;
  /** True where a link makes the answer dear. */
  readonly hasLink: boolean;
}

/** What X charges for the answer as it stands, before it is sent. */
export function Price({ usd, hasLink }: PriceProps) {
  const { t, i18n } = useTranslation();
  const price = toPrice(usd, i18n.language);
  const words = t(hasLink ? 'composer.priceUrlHint' : 'composer.priceHint', { price });
  return (
    <span className={styles.price} data-dear={hasLink || undefined} title={words} data-figures>
      <span aria-hidden="true" className={styles.short}>
        {price}
      </span>
      <span aria-hidden="true" className={styles.long}>
        {hasLink ? t('composer.priceUrl', { price }) : price}
      </span>
      <span className={shared.spoken} role="status">
        {words}
      </span>
    </span>
  );
}

import { IconChecks } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { sign } from '#shared/domain/initials.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import { DM_LIMIT, POST_LIMIT } from '#shared/domain/postLength.ts';
import { listPricedLinks } from '#shared/domain/postLinks.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { AttachButton } from '../../../attaching/AttachButton.tsx';
import { EmojiButton } from '../../../emoji/EmojiButton.tsx';
import { middleTruncate } from '../../../ui/Bidi.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ChannelIcon } from '../../../ui/ChannelBadge.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { toPrice } from '../../../ui/money.ts';
import shared from '../../../ui/shared.module.css';
import { toAddressee, toFirstName } from '../../../ui/shownName.ts';
import { CannedButton } from '../canned/CannedButton.tsx';
import styles from './Composer.module.css';
import type { OpenReply, ReplyFit } from './useReply.ts';

interface Props {
  readonly reply: OpenReply;
  readonly person: PersonSummary;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly fit: ReplyFit;
  readonly onSend: () => void;
  /** Asks a colleague to approve it; null where there is none. */
  readonly onAsk: (() => void) | null;
}

/** Who can read the reply, its price and remaining length, and the send button, which names channel and recipient. */
export function ComposerFoot({ reply, person, field, fit, onSend, onAsk }: Props) {
  const { channel, closedReason, error } = reply;
  const { t } = useTranslation();
  const isPublic = channel === 'public';
  const isOpen = !closedReason && !error;
  return (
    <div className={styles.foot}>
      <span className={styles.reach}>{t(isPublic ? 'channel.publicHint' : 'channel.dmHint')}</span>
      {isOpen && <Facts reply={reply} remaining={fit.remaining} />}
      {(isOpen || reply.text !== '') && (
        <span className={styles.tools}>
          {isOpen && <AttachButton attachments={reply.attachments} />}
          <CannedButton field={field} />
          <EmojiButton field={field} />
          {onAsk && <AskButton canSend={fit.canSend} onAsk={onAsk} />}
        </span>
      )}
      <Button
        tone={isPublic ? 'public' : 'private'}
        command="reply.send"
        disabled={!fit.canSend}
        icon={<ChannelIcon channel={channel} />}
        className={styles.send}
        onClick={onSend}
      >
        <SendWords channel={channel} fit={fit} person={person} />
      </Button>
    </div>
  );
}

interface FactsProps extends Pick<Props, 'reply'> {
  readonly remaining: number | null;
}

/** What the reply costs, the initials behind it, and how many characters are left. */
function Facts({ reply: { channel, text, usd, mark }, remaining }: FactsProps) {
  const isPublic = channel === 'public';
  return (
    <span className={styles.facts}>
      <span className={styles.facts}>
        {usd !== null && (
          <Price usd={usd} link={isPublic ? (listPricedLinks(text)[0]?.text ?? null) : null} />
        )}
        <Mark text={text} mark={mark} />
      </span>
      {remaining !== null && <Counter remaining={remaining} limit={isPublic ? POST_LIMIT : DM_LIMIT} />}
    </span>
  );
}

/** Asks a colleague to approve the reply instead of sending it. */
function AskButton({ canSend, onAsk }: { readonly canSend: boolean; readonly onAsk: () => void }) {
  const { t } = useTranslation();
  return (
    <IconButton
      label={t('approval.ask')}
      command="approval.ask"
      icon={<IconChecks size={17} stroke={1.75} />}
      side="top"
      disabled={!canSend}
      onClick={onAsk}
    />
  );
}

interface SendWordsProps extends Pick<Props, 'fit' | 'person'> {
  readonly channel: Channel;
}

/** Where the button sends: in a narrow pane without the verb, so that channel and recipient fit on one line. */
function SendWords({ channel, fit: { parts }, person }: SendWordsProps) {
  const { t } = useTranslation();
  const addressee = toAddressee(person);
  if (channel === 'public' && parts.length > 0) return t('thread.send', { count: parts.length, addressee });
  const [whole, brief] =
    channel === 'dm'
      ? [
          t('composer.sendDm', { name: toFirstName(person) }),
          t('composer.sendDmShort', { name: toFirstName(person) }),
        ]
      : [t('composer.sendPublic', { addressee }), t('composer.sendPublicShort', { addressee })];
  return (
    <>
      <span className={styles.whole}>{whole}</span>
      <span className={styles.brief} aria-hidden="true">
        {brief}
      </span>
    </>
  );
}

/** The initials that Perch puts behind the text, unless it ends with some. */
function Mark({ text, mark }: Pick<OpenReply, 'text' | 'mark'>) {
  const { t } = useTranslation();
  if (mark === null || sign(text, mark) === text) return null;
  const words = t('initials.added', { mark });
  return (
    <span className={styles.mark} role="img" aria-label={words} title={words}>
      {mark}
    </span>
  );
}

/** At so few remaining characters the counter turns amber. */
export const FEW = 20;

/** The characters that are left of `limit`: amber when few, red when exceeded. */
export function Counter({ remaining, limit }: { readonly remaining: number; readonly limit: number }) {
  const { t } = useTranslation();
  const level = remaining < 0 ? 'over' : remaining <= FEW ? 'few' : 'plenty';
  const used = Math.min(1, Math.max(0, 1 - remaining / limit));
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
  /** In US dollars. */
  readonly usd: number;
  /** The first link, which makes the reply expensive; null if there is none. */
  readonly link: string | null;
}

/** What X will charge for the reply as it is. */
export function Price({ usd, link }: PriceProps) {
  const { t, i18n } = useTranslation();
  const price = toPrice(usd, i18n.language);
  const hasLink = link !== null;
  const words = hasLink
    ? t('composer.priceUrlHint', { price, link: middleTruncate(link, 40) })
    : t('composer.priceHint', { price });
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

import { useTranslation } from 'react-i18next';
import type { Account } from '#shared/domain/account.ts';
import { toMediaAddress } from '#shared/domain/mediaAddress.ts';
import type { Message } from '#shared/domain/message.ts';
import { toContent } from '#shared/domain/messageContent.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import { MessageAside } from '../../messages/MessageAside.tsx';
import { toSegments } from '../../messages/toSegments.ts';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { toPostUrl, toProfileUrl } from '../../shell/xPages.ts';
import { Bidi, capText, Handle } from '../../ui/Bidi.tsx';
import { toChannel } from '../../ui/ChannelBadge.tsx';
import { toName, toShownName } from '../../ui/shownName.ts';
import { toExactTime } from '../../ui/time.ts';
import { toLanguageTag } from '../../ui/toLanguageTag.ts';
import styles from './PrintSheet.module.css';
import type { WholeHistory } from './readWholeHistory.ts';

interface Props {
  readonly history: WholeHistory;
  readonly account: Account | null;
  readonly agent: string;
  readonly printedAt: number;
  readonly language: string;
}

/** The pages of a printed history: who, with whom, when and by whom printed, then every message. */
export function PrintSheet({ history, account, agent, printedAt, language }: Props) {
  const { t } = useTranslation();
  const { conversation, messages } = history;
  const { person } = conversation;
  const [first, last] = [messages[0], messages[messages.length - 1]];
  return (
    <>
      <header className={styles.cover}>
        <h1 className={styles.title}>
          <Bidi text={toName(person)} cap={120} /> <Handle handle={person.handle} />
        </h1>
        <p>{toProfileUrl(person)}</p>
        {account && <p>{t('print.with', { name: toShownName(toName(account)), handle: account.handle })}</p>}
        {first && last && (
          <p>
            {t('print.range', {
              from: toExactTime(first.at, language),
              to: toExactTime(last.at, language),
              count: messages.length,
              formatted: new Intl.NumberFormat(language).format(messages.length),
            })}
          </p>
        )}
        <p>{t('print.by', { agent: toShownName(agent), time: toExactTime(printedAt, language) })}</p>
      </header>
      {messages.map((message) => (
        <PrintedMessage key={message.id} message={message} language={language} />
      ))}
    </>
  );
}

function PrintedMessage({ message, language }: { readonly message: Message; readonly language: string }) {
  const { t } = useTranslation();
  const { author, kind, at, status, agent, quotes } = message;
  const isPost = kind === 'post' && message.xId !== null && message.deletedAt === null;
  return (
    <section className={styles.message} data-own={message.direction === 'out' || undefined}>
      <h2 className={styles.head}>
        <Who person={author} />
        <span>{t(`channel.${toChannel(kind)}`)}</span>
        <time dateTime={new Date(at).toISOString()}>{toExactTime(at, language)}</time>
        <MessageAside message={message} />
        {status !== null && status.kind !== 'sent' && <span>{t(`print.state.${status.kind}`)}</span>}
        {agent !== undefined && <span>{t('message.byAgent', { agent: toShownName(agent) })}</span>}
      </h2>
      <Words message={message} />
      <Pictures message={message} />
      {quotes.map(({ xId, post }) => (
        <blockquote key={xId} className={styles.quote}>
          {post === null ? (
            t('message.quotedMissing')
          ) : (
            <>
              <Who person={post.author} /> <Text text={post.text} lang={post.lang} />
            </>
          )}
        </blockquote>
      ))}
      {isPost && <p className={styles.address}>{toPostUrl(message)}</p>}
    </section>
  );
}

function Who({ person }: { readonly person: PersonSummary }) {
  return (
    <strong>
      <Bidi text={toName(person)} cap={60} /> <Handle handle={person.handle} />
    </strong>
  );
}

function Words({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  if (message.deletedAt !== null) return <p className={styles.instead}>{t('message.deleted')}</p>;
  if (message.unreadable) return <p className={styles.instead}>{t('message.content.unreadable')}</p>;
  const content = toContent(message);
  return message.text === '' && content !== null ? (
    <p className={styles.instead}>{t(`message.content.${content}`)}</p>
  ) : (
    <Text text={message.text} lang={message.lang} />
  );
}

/** A text in the direction of its words, which the handles in it do not decide. */
function Text({ text, lang }: { readonly text: string; readonly lang: string | null }) {
  return (
    <p className={styles.text} dir="auto" lang={toLanguageTag(lang)}>
      {toSegments(capText(text, Number.POSITIVE_INFINITY), []).map((segment, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes the order of its parts
        segment.type === 'mention' ? <bdi key={index}>{segment.text}</bdi> : segment.text,
      )}
    </p>
  );
}

/** The photos of a message; of anything else its name. */
function Pictures({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const { loadMedia } = useShellState().preferences;
  const messageId = message.kind === 'dm' ? message.id : null;
  return message.media.map(({ key, type, url, alt }) =>
    url !== null && loadMedia ? (
      <img
        key={key}
        className={styles.picture}
        src={toMediaAddress(url, { messageId, isWanted: false })}
        alt={alt ?? t('message.photoAlt')}
      />
    ) : (
      <p key={key} className={styles.instead}>
        {t(`message.content.${type}`)}
      </p>
    ),
  );
}

import { useTranslation } from 'react-i18next';
import { type Message, type QuotedPost, toMessageId } from '#shared/domain/message.ts';
import { useOpenOnX } from '../shell/useOpenLink.ts';
import { Bidi, Handle } from '../ui/Bidi.tsx';
import { Button } from '../ui/Button.tsx';
import { toName } from '../ui/shownName.ts';
import { toExactTime } from '../ui/time.ts';
import { Attachments } from './Attachments.tsx';
import { MessageMedia } from './MessageMedia.tsx';
import { MessageText } from './MessageText.tsx';
import styles from './QuotedPosts.module.css';

/** The posts that a message quotes or shares, with the word "quoted". Of what those quote in turn it only says so. */
export function QuotedPosts({ quotes }: { readonly quotes: Message['quotes'] }) {
  return quotes.map((quote) => <Quoted key={quote.xId} quote={quote} />);
}

function Quoted({ quote: { xId, post } }: { readonly quote: QuotedPost }) {
  const { t } = useTranslation();
  const openOnX = useOpenOnX();
  const author = post?.author ?? { id: '', handle: '', name: '' };
  return (
    <blockquote className={styles.quote}>
      <p className={styles.head}>
        <span className={styles.word}>{t('message.quoted')}</span>
        {post && <Written post={post} />}
      </p>
      {post && post.deletedAt === null ? (
        <Content xId={xId} post={post} />
      ) : (
        <p className={styles.absent}>{t(post ? 'message.deleted' : 'message.quotedMissing')}</p>
      )}
      <Button size="small" onClick={() => openOnX.post({ author, xId })}>
        {t('message.openOnX')}
      </Button>
    </blockquote>
  );
}

interface PostProps {
  readonly post: NonNullable<QuotedPost['post']>;
}

function Written({ post: { author, at } }: PostProps) {
  const { i18n } = useTranslation();
  return (
    <>
      <Bidi text={toName(author)} cap={48} className={styles.name} />
      <Handle handle={author.handle} cap={20} />
      <time dateTime={new Date(at).toISOString()}>{toExactTime(at, i18n.language)}</time>
    </>
  );
}

function Content({ xId, post }: PostProps & { readonly xId: string }) {
  const { t } = useTranslation();
  const message = { ...post, id: toMessageId('post', xId), xId, kind: 'post', direction: 'in' } as const;
  return (
    <>
      {post.text !== '' && <MessageText text={post.text} links={post.links} lang={post.lang} />}
      <MessageMedia message={message} />
      <Attachments message={message} />
      {post.quotes.length > 0 && <p className={styles.absent}>{t('message.quotesAnother')}</p>}
    </>
  );
}

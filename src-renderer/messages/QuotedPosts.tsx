import { useTranslation } from 'react-i18next';
import type { Message, QuotedPost } from '#shared/domain/message.ts';
import { useOpenOnX } from '../shell/useOpenLink.ts';
import { Bidi, Handle } from '../ui/Bidi.tsx';
import { Button } from '../ui/Button.tsx';
import { toName } from '../ui/shownName.ts';
import { toExactTime } from '../ui/time.ts';
import { MessageText } from './MessageText.tsx';
import styles from './QuotedPosts.module.css';

/** The posts that a message quotes or shares, with the word "quoted". */
export function QuotedPosts({ quotes }: { readonly quotes: Message['quotes'] }) {
  return quotes.map((quote) => <Quoted key={quote.xId} quote={quote} />);
}

function Quoted({ quote: { xId, post } }: { readonly quote: QuotedPost }) {
  const { t, i18n } = useTranslation();
  const openOnX = useOpenOnX();
  const isShown = post !== null && post.deletedAt === null;
  return (
    <blockquote className={styles.quote}>
      <p className={styles.head}>
        <span className={styles.word}>{t('message.quoted')}</span>
        {post && (
          <>
            <Bidi text={toName(post.author)} cap={48} className={styles.name} />
            <Handle handle={post.author.handle} cap={20} />
            <time dateTime={new Date(post.at).toISOString()}>{toExactTime(post.at, i18n.language)}</time>
          </>
        )}
      </p>
      {isShown && post.text !== '' && <MessageText text={post.text} links={post.links} lang={post.lang} />}
      {!isShown && <p className={styles.absent}>{t(post ? 'message.deleted' : 'message.quotedMissing')}</p>}
      {post?.deletedAt == null && (
        <Button
          size="small"
          onClick={() => openOnX.post({ author: post?.author ?? { id: '', handle: '', name: '' }, xId })}
        >
          {t('message.openOnX')}
        </Button>
      )}
    </blockquote>
  );
}

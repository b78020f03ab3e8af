import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SurveyScale, scoreRange } from '#shared/domain/survey.ts';
import type { SurveyComment } from '#shared/domain/surveyReport.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { openConversation } from '../../state/ui.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import { Button } from '../../ui/Button.tsx';
import keyFigures from '../../ui/Figures.module.css';
import { PageSection } from '../../ui/Page.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { toName, toShownName } from '../../ui/shownName.ts';
import { useDebounced } from '../../ui/useDebounced.ts';
import styles from './base/Reports.module.css';
import type { Range } from './base/reportPeriod.ts';
import { type CommentFilter, CommentFilters, toScores } from './CommentFilters.tsx';

const PAGE = 25;
const MOST = 1_000;

interface Props {
  readonly range: Range;
  readonly scale: SurveyScale;
}

/** What people said beside their scores, the last first, and filters for it. */
export function Comments({ range, scale }: Props) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<CommentFilter>({ band: 'all', agent: '', tag: '', text: '' });
  const [limit, setLimit] = useState(PAGE);
  const text = useDebounced(filter.text.trim(), 150);
  const asked = {
    ...range,
    scale,
    limit,
    ...toScores(scale, filter.band),
    ...(filter.agent === '' ? {} : { agent: filter.agent }),
    ...(filter.tag === '' ? {} : { tag: filter.tag }),
    ...(text === '' ? {} : { text }),
  };
  const { data } = useEngineQuery('reports.surveyComments', asked, { keepPrevious: true });
  return (
    <PageSection title={t('reports.comments')}>
      <CommentFilters filter={filter} onChange={setFilter} />
      {data?.items.length === 0 && <p className={keyFigures.small}>{t('reports.noComments')}</p>}
      <ul className={styles.comments}>
        {data?.items.map((comment) => (
          <Comment key={comment.surveyId} comment={comment} />
        ))}
      </ul>
      {data?.nextCursor !== undefined && limit < MOST && (
        <div>
          <Button onClick={() => setLimit(Math.min(MOST, limit * 2))}>{t('outbox.moreSent')}</Button>
        </div>
      )}
    </PageSection>
  );
}

function Comment({
  comment: { conversationId, person, scale, score, comment, at, agent },
}: {
  readonly comment: SurveyComment;
}) {
  const { t } = useTranslation();
  const name = toShownName(toName(person));
  return (
    <li className={styles.comment}>
      <span className={styles.score} data-figures>
        {t('reports.scoreOf', { score, max: scoreRange[scale].max })}
      </span>
      <span className={styles.said}>
        <Bidi text={comment} cap={1_000} />
        <span className={keyFigures.small}>
          <button
            type="button"
            className={styles.open}
            aria-label={t('outbox.openFor', { name })}
            onClick={() => openConversation(conversationId)}
          >
            <Bidi text={toName(person)} cap={40} />
          </button>
          {' · '}
          <RelativeTime at={at} />
          {agent && ` · ${t('reports.handledBy', { agent: toShownName(agent.name ?? agent.id) })}`}
        </span>
      </span>
    </li>
  );
}

import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type SurveyScale, scoreRange, toScoreBand } from '#shared/domain/survey.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Select } from '../../ui/Select.tsx';
import shared from '../../ui/shared.module.css';
import { toShownName } from '../../ui/shownName.ts';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Reports.module.css';

const bands = ['all', 'low', 'middle', 'high'] as const;

export interface CommentFilter {
  readonly band: (typeof bands)[number];
  /** Ids; empty for all. */
  readonly agent: string;
  readonly tag: string;
  readonly text: string;
}

/** The lowest and highest score of a band, as an input of the query; none for all. */
export function toScores(scale: SurveyScale, band: CommentFilter['band']) {
  if (band === 'all') return {};
  const { min, max } = scoreRange[scale];
  const all = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const scores = all.filter((score) => toScoreBand(scale, score) === band);
  return { scores: { min: Math.min(...scores), max: Math.max(...scores) } };
}

interface Props {
  readonly filter: CommentFilter;
  readonly onChange: (filter: CommentFilter) => void;
}

/** Which comments are shown: by score, agent, tag and words. */
export function CommentFilters({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const agents = useEngineQuery('agents.list', {}).data?.agents ?? [];
  const tags = useEngineQuery('tags.list', {}).data?.items ?? [];
  const change = (part: Partial<CommentFilter>) => onChange({ ...filter, ...part });
  const toChoices = (all: string, items: readonly { readonly id: string; readonly name: string }[]) => [
    { value: '', label: all },
    ...items.map(({ id, name }) => ({ value: id, label: toShownName(name) })),
  ];
  return (
    <div className={styles.filters}>
      <Labelled label={t('surveys.scoring.score')}>
        {(id) => (
          <Select
            labelledBy={id}
            value={filter.band}
            choices={bands.map((value) => ({ value, label: t(`reports.filter.${value}`) }))}
            onChange={(band) => change({ band })}
          />
        )}
      </Labelled>
      {agents.length > 1 && (
        <Labelled label={t('reports.groups.agent')}>
          {(id) => (
            <Select
              labelledBy={id}
              value={filter.agent}
              choices={toChoices(t('reports.filter.everyone'), agents)}
              onChange={(agent) => change({ agent })}
            />
          )}
        </Labelled>
      )}
      {tags.length > 0 && (
        <Labelled label={t('reports.groups.tag')}>
          {(id) => (
            <Select
              labelledBy={id}
              value={filter.tag}
              choices={toChoices(t('reports.filter.anyTag'), tags)}
              onChange={(tag) => change({ tag })}
            />
          )}
        </Labelled>
      )}
      <TextField
        type="search"
        aria-label={t('reports.filter.words')}
        placeholder={t('reports.filter.words')}
        value={filter.text}
        maxLength={200}
        onChange={({ target }) => change({ text: target.value })}
      />
    </div>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}

function Labelled({ label, children }: LabelledProps) {
  const id = useId();
  return (
    <span>
      <span id={id} className={shared.spoken}>
        {label}
      </span>
      {children(id)}
    </span>
  );
}

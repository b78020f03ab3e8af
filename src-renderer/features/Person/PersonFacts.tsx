import {
  IconCalendar,
  IconHeartHandshake,
  IconMail,
  IconMailOff,
  IconMailQuestion,
  IconMapPin,
  IconMessages,
  IconStar,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/domain/person.ts';
import { scoreRange } from '#shared/domain/survey.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { Bidi } from '../../ui/Bidi.tsx';
import styles from './PersonPane.module.css';

interface Props {
  readonly person: Person;
  readonly conversationCount: number;
  readonly messageCount: number;
}

/** Facts about a person from X and from the history; unknown ones are omitted. */
export function PersonFacts({ person, conversationCount, messageCount }: Props) {
  const { t, i18n } = useTranslation();
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'short', year: 'numeric' });
  const day = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', year: 'numeric' });
  const number = new Intl.NumberFormat(i18n.language);
  const counts = [
    t('person.conversations', { count: conversationCount }),
    t('person.messages', { count: messageCount }),
  ].join(' · ');
  return (
    <ul className={styles.facts} data-figures>
      <DmFact receivesDms={person.receivesDms} />
      <LastScore personId={person.id} />
      {person.followers !== null && (
        <Fact icon={<IconUsers size={15} stroke={1.75} />}>
          {t('person.followers', { count: person.followers, formatted: number.format(person.followers) })}
        </Fact>
      )}
      {person.location && (
        <Fact icon={<IconMapPin size={15} stroke={1.75} />}>
          <Bidi text={person.location} cap={80} />
        </Fact>
      )}
      {person.joinedXAt !== null && (
        <Fact icon={<IconCalendar size={15} stroke={1.75} />}>
          {t('person.joined', { date: month.format(person.joinedXAt) })}
        </Fact>
      )}
      {/* Of a single conversation, its timeline says all of this. */}
      {conversationCount > 1 && (
        <>
          <Fact icon={<IconHeartHandshake size={15} stroke={1.75} />}>
            {t('person.since', { date: day.format(person.firstSeenAt) })}
          </Fact>
          <Fact icon={<IconMessages size={15} stroke={1.75} />}>{counts}</Fact>
        </>
      )}
    </ul>
  );
}

/** What the person gave in the newest survey with a score. */
function LastScore({ personId }: { readonly personId: string }) {
  const { t, i18n } = useTranslation();
  const query = { personId, state: 'answered', limit: 1 } as const;
  const last = useEngineQuery('surveys.list', query).data?.items[0];
  if (last?.score == null || last.answeredAt === null) return null;
  const score = t('surveys.scoring.outOf', { score: last.score, max: scoreRange[last.scale].max });
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(last.answeredAt);
  return <Fact icon={<IconStar size={15} stroke={1.75} />}>{t('surveys.last', { score, date })}</Fact>;
}

function DmFact({ receivesDms }: { readonly receivesDms: boolean | null }) {
  const { t } = useTranslation();
  if (receivesDms === null)
    return <Fact icon={<IconMailQuestion size={15} stroke={1.75} />}>{t('person.dmsUnknown')}</Fact>;
  return receivesDms ? (
    <Fact icon={<IconMail size={15} stroke={1.75} />}>{t('person.dmsOpen')}</Fact>
  ) : (
    <Fact icon={<IconMailOff size={15} stroke={1.75} />}>{t('person.dmsClosed')}</Fact>
  );
}

function Fact({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className={styles.fact}>
      <span aria-hidden="true" className={styles.factIcon}>
        {icon}
      </span>
      <span>{children}</span>
    </li>
  );
}

import { z } from 'zod';
import type { OfficeHours } from '#shared/domain/officeHours.ts';
import type { Channel } from '#shared/domain/reply.ts';
import {
  type LevelFacts,
  MAX_SERVICE_LEVELS,
  ServiceLevel,
  type ServiceLevels,
  TargetMinutes,
} from '#shared/domain/serviceLevel.ts';
import { parseColumn, parseList } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { channelOf } from './outboxJoin.ts';
import { listSettingRows, parseSettings, putSetting, putSettings } from './settings.ts';
import { all } from './sql.ts';
import { isVipOf } from './vips.ts';

/** What due times follow from. */
export interface DueSettings extends ServiceLevels {
  readonly officeHours: OfficeHours | null;
}

const NAME = 'serviceLevels';

/** The first target of the standard level is the setting `responseTargetMinutes`. */
const Stored = z.object({
  levels: z.array(ServiceLevel).max(MAX_SERVICE_LEVELS),
  standardNextMinutes: TargetMinutes.nullable(),
});
const none = { levels: [], standardNextMinutes: null } satisfies z.infer<typeof Stored>;

/** All service levels and the office hours, by one statement; damaged levels count as none. */
export function getDueSettings(db: Db): DueSettings {
  const rows = listSettingRows(db);
  const { responseTargetMinutes, officeHours } = parseSettings(rows);
  const stored = rows.find(({ name }) => name === NAME);
  const { levels, standardNextMinutes } = stored ? parseColumn(Stored, stored.value, none) : none;
  const standard = { firstReplyMinutes: responseTargetMinutes, nextReplyMinutes: standardNextMinutes };
  return { levels, standard, officeHours };
}

/** All service levels. */
export function getServiceLevels(db: Db): ServiceLevels {
  const { levels, standard } = getDueSettings(db);
  return { levels, standard };
}

/** Stores service levels in place of all others. */
export function putServiceLevels(db: Db, { levels, standard }: ServiceLevels): void {
  putSettings(db, { responseTargetMinutes: standard.firstReplyMinutes });
  putSetting(db, NAME, { levels, standardNextMinutes: standard.nextReplyMinutes });
}

interface FactsRow {
  readonly id: string;
  readonly channel: Channel | null;
  readonly tags: string;
  readonly isVip: number;
}

/** What the conditions of levels are about, of these conversations, by one statement. */
export function mapLevelFacts(db: Db, ids: readonly string[]): ReadonlyMap<string, LevelFacts> {
  const text = `SELECT c.id, ${isVipOf('c.person_id')} AS isVip,
      (SELECT json_group_array(tag_id) FROM conversation_tags WHERE conversation_id = c.id) AS tags,
      (SELECT ${channelOf('m')} FROM messages m WHERE m.conversation_id = c.id AND m.role = 'wanted'
        ORDER BY m.id DESC LIMIT 1) AS channel
    FROM json_each(?) wanted CROSS JOIN conversations c ON c.id = wanted.value`;
  const rows = all<FactsRow>(db, text, JSON.stringify(ids));
  return new Map(
    rows.map(({ id, channel, tags, isVip }) => [
      id,
      { channel, tagIds: parseList<string>(tags), isVip: isVip === 1 },
    ]),
  );
}

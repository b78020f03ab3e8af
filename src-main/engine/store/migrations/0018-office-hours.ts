/**
 * When a reply is late; filled in at the start. Office hours so far were one range on some days, past midnight if it ended no
 * later than it began; now there are several, each within its day, and holidays.
 */
export const officeHours = {
  version: 18,
  sql: `
    ALTER TABLE conversations ADD COLUMN late_at INTEGER;

    CREATE TEMP TABLE old_hours AS
      SELECT value ->> 'from' AS opens, value ->> 'to' AS closes, value -> 'days' AS days,
        (SELECT json_group_array(day.value % 7 + 1) FROM json_each(settings.value, '$.days') day) AS next_days
      FROM settings WHERE name = 'officeHours'
        AND CASE WHEN json_valid(value) THEN value ->> '$.days[0]' IS NOT NULL ELSE false END;
    CREATE TEMP TABLE new_ranges AS
      SELECT json_object('days', json(days), 'from', opens, 'to', iif(opens < closes, closes, '24:00')) AS range
        FROM old_hours
      UNION ALL
      SELECT json_object('days', json(next_days), 'from', '00:00', 'to', closes)
        FROM old_hours WHERE opens >= closes AND closes > '00:00';
    UPDATE settings SET value = json_object(
        'ranges', json((SELECT json_group_array(json(range)) FROM new_ranges)), 'holidays', json('[]'),
        'timeZone', NULL)
      WHERE name = 'officeHours' AND EXISTS (SELECT 1 FROM new_ranges);
    DROP TABLE old_hours;
    DROP TABLE new_ranges;
  `,
} as const;

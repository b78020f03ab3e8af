import { peopleHandlers } from '#engine/handlers/people.ts';
import { openStore } from '#engine/store/open.ts';
import { onStatement } from '../../support/onStatement.ts';
import { testEngine } from '../../support/testEngine.ts';

/* A process that erases a person, and kills itself before it executes a statement with a text that it is given for the nth time. */

const [dir = '', id = '', handle = '', fatal = '', nth = '1', backups = ''] = process.argv.slice(2);

const opened = openStore(dir);
if (opened.ok) {
  let isArmed = false;
  let left = Number(nth);
  const db = onStatement(opened.value, (sql) => {
    if (!isArmed || !sql.includes(fatal)) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  });
  const { ctx } = testEngine(db);
  isArmed = true;
  await peopleHandlers['people.erase'](ctx, { id, handle, deletesBackups: backups === 'delete' });
}

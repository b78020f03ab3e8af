import type { Words } from './catalogue.ts';
import type { enBackups } from './enBackups.ts';

/** Dutch: backups. */
export const nlBackups: Words<typeof enBackups> = {
  backups: {
    title: 'Back-ups',
    every: 'Back-up maken',
    everyHint:
      'Zolang Perch open is. Elke back-up wordt gecontroleerd; Perch bewaart de nieuwste drie, één per dag voor drie dagen en één per week voor vijf weken.',
    everyChoices: { sixHours: 'Elke zes uur', day: 'Elke dag', week: 'Elke week' },
    folder: 'Andere schijf',
    folderNone:
      'Begeeft de schijf van deze computer het, dan zijn ook de back-ups weg. Kies een map op een andere schijf; die krijgt een kopie van elke back-up.',
    folderCopied: '{{folder}}: de nieuwste kopie daar is van {{time}}.',
    folderEmpty: '{{folder}}: er staat nog geen kopie.',
    folderFailed:
      'Naar {{folder}} kan nu niet worden geschreven; misschien is de schijf niet aangesloten. Perch probeert het elk uur opnieuw.',
    chooseFolder: 'Kiezen…',
    changeFolder: 'Wijzigen…',
    noFolder: 'Stoppen',
    copying: 'Kopiëren…',
    now: 'Nu',
    nowHint:
      'Een bestand van een andere schijf komt eerst in de lijst hieronder; terugzetten is de volgende stap.',
    add: 'Bestand toevoegen…',
    adding: 'Controleren…',
    added: 'Back-up toegevoegd',
    make: 'Nu een back-up maken',
    making: 'Bezig met de back-up…',
    made: 'Back-up gemaakt',
    restore: 'Terugzetten…',
    restoreOf: 'De back-up van {{time}} terugzetten',
    checking: 'Controleren…',
    restoreYes: 'Terugzetten',
    holds_one: 'In deze back-up zit {{formatted}} bericht, van {{newest}}.',
    holds_other: 'In deze back-up zitten {{formatted}} berichten, het nieuwste van {{newest}}.',
    holdsNone_one: 'In deze back-up zitten geen berichten.',
    holdsNone_other: 'In deze back-up zitten geen berichten.',
    missingMessages_one: '{{formatted}} bericht zit er niet in; X kan alleen recente teruggeven.',
    missingMessages_other: '{{formatted}} berichten zitten er niet in; X kan alleen recente teruggeven.',
    missingActivities_one: 'Ook {{formatted}} handeling van jullie van daarna zit er niet in.',
    missingActivities_other: 'Ook {{formatted}} handelingen van jullie van daarna zitten er niet in.',
    wayBack: 'De werkruimte zoals die nu is, wordt zelf een back-up.',
    restored: 'Deze werkruimte is teruggezet uit de back-up van {{time}}.',
    notRestored: 'De back-up van {{time}} is niet teruggezet. De werkruimte is zoals die was.',
    goBack: 'Wil je terug, zet dan onder Instellingen, Back-ups de back-up van {{time}} terug.',
  },
};

import type { Words } from './catalogue.ts';
import type { enDesktop } from './enDesktop.ts';

/** Dutch: Perch on the desktop. */
export const nlDesktop: Words<typeof enDesktop> = {
  desktop: {
    sound: 'Geluid',
    soundHint: 'Een kort geluid als klanten schrijven.',
    quiet: 'Niet storen',
    quietHint: 'Houdt meldingen en geluid tegen; daarna volgt een samenvatting.',
    quietOff: 'Uit',
    hour: '1 uur',
    untilTomorrow: 'Tot morgen',
    until: 'Tot {{time}}',
    quietFor: { hour: '1 uur niet storen', untilTomorrow: 'Niet storen tot morgen' },
    quietEnd: 'Niet storen uitzetten',
    rail: 'Stil tot {{time}}',
    railHint: 'Stil tot {{time}}: niet storen uitzetten',
    keepRunning: 'Op de achtergrond laten draaien',
    keepRunningHint: 'Als je het venster sluit, blijft Perch in het systeemvak en blijft het X volgen.',
    noTrayHint: 'Kan hier niet: deze desktop heeft geen systeemvak. Perch sluit af met het venster.',
    startAtLogin: 'Starten bij inloggen',
    startHiddenHint: 'Perch start in het systeemvak als je inlogt op deze computer.',
    startHint: 'Perch opent als je inlogt op deze computer.',
    draftRefused:
      'Dit concept is nog niet opgeslagen. Het blijft hier zolang Perch open is en Perch blijft het proberen.',
    raiseCap: 'Limiet verhogen',
    repliesWait: 'Antwoorden wachten en Perch blijft het proberen.',
  },
};

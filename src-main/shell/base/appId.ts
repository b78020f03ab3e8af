/**
 * The id of the installed application, the same as `appId` in electron-builder.yml: Windows shows a notification only if the
 * process names the id of its shortcut in the Start menu.
 */
export const APP_ID = 'app.perch.desktop';

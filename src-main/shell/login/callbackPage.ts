import type { Language } from '#shared/domain/language.ts';
import { textsOf } from '../locales/locales.ts';

/** The page that the browser shows after the login, in the person's language. It runs no scripts. */
export function callbackPage(language: Language): string {
  const { loginDone, loginDoneBody } = textsOf(language);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Perch</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 26rem; margin: 20vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.25rem; }
</style>
</head>
<body>
<h1>${loginDone}</h1>
<p>${loginDoneBody}</p>
</body>
</html>
`;
}

import { createHash } from 'node:crypto';

/** Text as it may stand in an element or in a quoted attribute of a page: nothing of it is markup. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\0', '\uFFFD');

/** A text of somebody in its own direction, which it cannot turn for what follows. */
export const toBidi = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;

/** A handle with its @; nothing for one that is not known, as of people of whom an archive has only the id. */
export const toHandle = (handle: string): string => (handle === '' ? '' : toBidi(`@${handle}`));

/** A text whose direction is that of its own words: handles, whose letters are Latin ones, do not decide it. */
export const toDirected = (text: string): string =>
  escapeHtml(text).replace(/(?<![\p{L}\p{N}_@.])@\w{1,15}(?![\w@])/gu, '<bdi>$&</bdi>');

const style = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 24px; max-width: 760px; background: #fff; color: #1b1b1f; font: 14px/1.45 system-ui, sans-serif; }
article + article { margin-top: 48px; break-before: page; }
h1 { margin: 0 0 12px; font-size: 20px; }
h2 { display: flex; flex-wrap: wrap; gap: 4px 10px; margin: 0 0 4px; font-size: 13px; font-weight: 400; color: #55555e; }
h2 strong { color: #1b1b1f; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 0 0 24px; padding: 14px 16px; border: 1px solid #d5d5dd; border-radius: 6px; font-size: 13px; font-variant-numeric: tabular-nums; }
dt { color: #55555e; }
dd { margin: 0; overflow-wrap: anywhere; }
section { margin: 0 0 14px; padding: 0 0 0 12px; border-left: 3px solid #d5d5dd; break-inside: avoid-page; }
section[data-own] { border-left-color: #4a4ad0; }
p { margin: 0 0 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
p.note { color: #55555e; font-style: italic; }
img, video { display: block; max-width: 100%; max-height: 480px; margin: 4px 0; }
video { min-width: 280px; }
@page { margin: 16mm; }
@media print { body { padding: 0; max-width: none; } }
`;

// The style by its hash: a page that is opened years later in any browser runs and loads nothing.
const hash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; media-src data:; base-uri 'none'; form-action 'none'`;

/** How a page begins, up to its body. */
export const toPageStart = (title: string, language: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
`;

export const PAGE_END = '</body>\n</html>\n';

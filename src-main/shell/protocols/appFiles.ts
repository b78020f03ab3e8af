import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { APP_ORIGIN, parseUrl } from '../base/urls.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';

/** The files of the application; other extensions are not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** The path of the file below `root` that a URL addresses; null if it addresses none that may be served. */
export function toAppFile(root: string, address: string): string | null {
  const url = parseUrl(address);
  if (!url || `${url.protocol}//${url.host}` !== APP_ORIGIN) return null;
  const name = decode(url.pathname === '/' ? '/index.html' : url.pathname);
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const file = path.resolve(root, `.${name}`);
  const inside = file.startsWith(path.resolve(root) + path.sep);
  return inside && path.extname(file) in types ? file : null;
}

/** The response with a file of the application, or 404. Both carry the content security policy. */
export async function serveAppFile(root: string, address: string): Promise<Response> {
  const file = toAppFile(root, address);
  if (!file) return notFound();
  try {
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(await readFile(file)), {
      headers: { ...headers, 'Content-Type': type, 'Cache-Control': 'no-cache' },
    });
  } catch {
    return notFound();
  }
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { ...headers, 'Content-Type': 'text/plain' } });
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

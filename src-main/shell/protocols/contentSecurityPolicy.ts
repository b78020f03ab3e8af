import { MEDIA_SCHEME } from '#shared/domain/mediaAddress.ts';

const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': `'self' ${MEDIA_SCHEME}: data:`,
  'font-src': "'self'",
  // No network: data comes through the engine's port and the shell.
  'connect-src': "'none'",
  webrtc: "'block'",
  'media-src': `${MEDIA_SCHEME}:`,
  'object-src': "'none'",
  'frame-src': "'none'",
  'worker-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

/** What a window may load and run; a header of every response of `app:`. */
export const contentSecurityPolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

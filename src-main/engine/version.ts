import manifest from '../../package.json' with { type: 'json' };

/** The version of this Perch. */
export const { version } = manifest;

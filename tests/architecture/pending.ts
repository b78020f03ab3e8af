/** Areas whose folders do not import in one direction yet, and single imports of others. To be emptied. */
export const pending = {
  areas: ['src-main/simulator', 'src-main/shell', 'src-renderer'],
  imports: ['outbox -> .'],
};

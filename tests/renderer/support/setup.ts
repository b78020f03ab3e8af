import { configure } from '@testing-library/react';

// On a busy machine the first render of a file takes longer than the default of one second.
configure({ asyncUtilTimeout: 5_000 });

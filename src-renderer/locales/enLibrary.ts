/** English: canned responses. */
export const enLibrary = {
  library: {
    title: 'Canned responses',
    found_one: '{{count}} canned response',
    found_other: '{{count}} canned responses',
    insert: 'Insert',
    close: 'Close',
    pickerEmpty: 'No canned responses yet.',
    fillIn: 'Fill in {{names}} before sending.',
    nextVariable: 'Next',
  },
};

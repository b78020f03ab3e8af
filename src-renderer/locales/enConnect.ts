/** English: what helps while an account is being connected, and why that failed. */
export const enConnect = {
  connect: {
    copyAll: 'Copy all three',
    openAgain: 'Open again',
    copyLink: 'Copy the link',
    linkNotCopied: 'Couldn’t copy the link. Use “Open again”.',
    wrongAccountHint:
      'Is your browser logged in to another X account? Switch to the right one there, then open the page again.',
    xShowsError: 'X shows an error?',
    checks: {
      clientId: 'The Client ID is copied whole, from “Keys and tokens”, under “OAuth 2.0”: not the API key.',
      callbacks: 'All three callback addresses are registered in the app, letter by letter.',
      native: '“User authentication settings” are set up, with the type “Native App”.',
      permissions: 'The app may read and write posts and direct messages.',
      credits: 'The developer account has credits left.',
    },
    safe: 'Nothing was connected.',
    failures: {
      offline: {
        what: 'X can’t be reached from this computer.',
        todo: 'Check the internet connection, then press the button again.',
      },
      timedOut: {
        what: 'X didn’t respond in time.',
        todo: 'Press the button again; if it stays like this, X is having trouble and it’s not you.',
      },
      xFailed: {
        what: 'X has a problem right now.',
        todo: 'It’s not your details. Press the button again in a few minutes.',
      },
      unauthorised: {
        what: 'X doesn’t accept this login.',
        todo: 'Copy the token again, whole: an OAuth 2 user access token. It only lasts two hours; logging in with your browser lasts.',
      },
      outOfCredits: {
        what: 'Your X developer account has no credits.',
        todo: 'Add credits in the developer portal, then press the button again.',
      },
      notConnected: {
        what: 'There is no login to use again.',
        todo: 'Log in with your browser or paste a token.',
      },
    },
    todo: {
      portsTaken: 'Close the program that uses them, perhaps another Perch, and log in again.',
      noBrowser: 'Choose a default browser in your system’s settings and log in again, or paste a token.',
      wrongAddress: 'Log in again.',
      cancelled: 'Log in again whenever you like.',
      waitedTooLong: 'Log in again and approve Perch within five minutes.',
      accessDenied: 'Log in again and choose “Authorize app”.',
      wrongState: 'Log in again and close older login pages.',
      noLoginBegun: 'Log in again.',
      noCode: 'Log in again.',
      refused: 'Check the Client ID and the callback addresses in the developer portal, then log in again.',
      unknownClient: 'Copy the Client ID again, from “Keys and tokens” under “OAuth 2.0”: not the API key.',
      wrongRequest: 'Check that all three callback addresses are registered in your app, letter by letter.',
      wrongScope:
        'Allow the app to read and write posts and direct messages, in “User authentication settings”.',
      codeExpired: 'Log in again; the code lasts only half a minute.',
      xDown: 'It’s not your details. Log in again in a few minutes.',
      words: 'Check the Client ID and the callback addresses in the developer portal, then log in again.',
    },
    again: 'Log in with X',
    againHint: 'With the same app as last time. Log in as @{{handle}}.',
    tokenAgainHint:
      'Paste a new access token of @{{handle}}. It is in X’s developer portal: your app, “Keys and tokens”, under “OAuth 2.0”.',
    otherWay: 'Log in another way',
  },
} as const;

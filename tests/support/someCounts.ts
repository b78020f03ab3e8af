/** The counts of the views while one conversation waits for a reply. */
export const someCounts = {
  counts: {
    queue: 1,
    mine: 0,
    toApprove: 0,
    drafts: 0,
    open: 1,
    pending: 0,
    snoozed: 0,
    resolved: 0,
    all: 1,
  },
  saved: {},
};

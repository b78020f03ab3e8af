/** How wide the panes beside the conversation can be drawn, in pixels; `standard` until somebody drags one. */
export const paneWidths = {
  list: { min: 280, max: 560, standard: 340 },
  person: { min: 240, max: 420, standard: 280 },
} as const;

/** The custom properties a filed document carries; the templates hold one tag for each. */
export const documentProperties = [
  'Forum',
  'Motesdatum',
  'Handlingstyp',
  'Version',
  'Diarienummer',
  'Sekreterare',
  'GodkandAv',
  'Innehallshash',
  'Status',
] as const;

export const variation = {
  askLink: 'Chiedi una variazione',
  cause: {
    'third-party': 'Terzi',
    'upstream-area': 'Area che viene prima',
    resources: 'Risorse mancanti',
    'change-of-law': 'Norma cambiata',
    'force-majeure': 'Forza maggiore',
  },
} as const;

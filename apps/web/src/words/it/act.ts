export const act = {
  note: 'Nota',
  actTitle: 'Atto',
  actKind: 'Tipo',
  actKindHint: 'Per esempio DGC.',
  actNumber: 'Numero',
  actDate: 'Data',
  actMissing: 'Servono tipo, numero e data dell’atto.',
} as const;

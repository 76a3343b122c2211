export const lint = {
  title: 'Esame del piano',
  none: 'Nessun avviso: il piano si può misurare com’è.',
  lead_one:
    '{{count}} cosa che darà problemi a fine anno. Non impedisce nulla: correggerla, o dirne il motivo alla validazione.',
  lead_other:
    '{{count}} cose che daranno problemi a fine anno. Non impediscono nulla: correggerle, o dirne il motivo alla validazione.',
  points: '{{points}} punti su {{of}}',
  warning: 'Avviso',
  info: 'Informazione',
} as const;

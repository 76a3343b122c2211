export const role = {
  amministratore: 'amministra il sistema',
  segretario: 'assegna, verifica, chiude',
  vicesegretario: 'sostituisce il Segretario',
  responsabile: 'risponde di obiettivi',
  nucleo: 'certifica e attribuisce i gradi',
  giunta: 'approva con atto',
  personale: 'calcola e liquida i premi',
  revisore: 'controlla il registro',
} as const;

/** A plan of two areas as its body published it, with nothing left open. */
export const writtenPlan = [
  'COMUNE DI PROVA',
  'PIANO DELLA PERFORMANCE 2022',
  'Approvato con DGC n. 10 del 10/01/2022',
  'Il peso complessivo degli obiettivi di ciascuna area è al massimo 60, quello del Segretario 20.',
  '',
  '## MISSIONE 1 - SERVIZI',
  '### 1.1 Servizi vicini',
  '',
  'N.\tObiettivo\tArea\tPerformance attesa al 31.12.2022\tPeso\tPerformance realizzata al 31.12.2022',
  '1\tPagamenti in linea\tFinanziaria\tAlmeno 80% dei pagamenti entro il 30/06/2022\t60\t',
  '2\tStrade sicure\tPolizia locale\tRelazione alla Giunta entro il 31/10/2022\t60\t',
].join('\n');

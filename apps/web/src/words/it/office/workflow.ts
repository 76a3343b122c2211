export const workflow = {
  title: 'Flusso dell’ente',
  lead: 'Chi approva che cosa, in quale ordine, e per quali stati passa un obiettivo.',
  version: 'In vigore: {{name}}, versione {{version}}',
  lifecycle: 'La vita di un obiettivo',
  here: 'È qui',
  substitute: 'sostituto: {{office}}',
  quorum: 'almeno {{count}}',
  term: '{{count}} giorni lavorativi',
  act: 'con atto: {{kinds}}',
  seeDrawn: 'Vedila disegnata, con il punto in cui si trova',
  mermaid: 'Il disegno in testo (Mermaid)',
} as const;

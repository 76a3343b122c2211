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
  mermaid: 'Il disegno in testo (Mermaid)',
} as const;

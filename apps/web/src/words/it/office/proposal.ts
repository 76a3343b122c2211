export const proposal = {
  title: 'Ripresentare la proposta',
  shown: 'Che cosa si propone',
  shares: 'Le quote',
  indicatorNumber: 'Indicatore {{number}}',
  anotherIndicator: 'Aggiungi un indicatore',
  measures: 'Quote che misura',
  deadlineNumber: 'Scadenza {{number}}',
  anotherDeadline: 'Aggiungi una scadenza',
  binds: 'Quote che vincola',
  oneALine: 'Uno per riga.',
  drop: 'Togli',
  dropOne: 'Togli: {{what}}',
  again: 'Ripresenta la proposta',
  done: 'Proposta ripresentata.',
  byVariation:
    'Il piano di quell’anno è già approvato: da qui la proposta non vi entra. Validata, vi entra com’è con una variazione del piano in vigore («Una proposta validata entra nel piano»).',
  withdraw: 'Ritira la proposta',
  withdrawn: 'Proposta ritirata: il suo numero è di nuovo libero.',
  withdrawLead:
    'Nessuno la giudica più, quanto è stato detto finora resta agli atti e non conta, e il numero {{number}} torna libero. Per averla di nuovo la si propone da capo.',
  withdrawReason: 'Perché la si ritira',
  onItsWay: 'Una variazione la porta nel piano, e finché non è decisa la proposta non si ritira:',
  byPlan:
    'Il piano di quell’anno non è ancora approvato: la proposta vi entra con la bozza, se questa la riporta con lo stesso numero.',
  notBack: 'Questa proposta non è stata restituita: non c’è nulla da ripresentare.',
  cannotText: 'La proposta è stata restituita, ma chi ha effettuato l’accesso non può ripresentarla.',
  toApproval: 'Torna all’approvazione',
} as const;

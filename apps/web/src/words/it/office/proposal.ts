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
    'Il piano di quell’anno è già approvato: da qui la proposta non vi entra. Per averla nel piano serve, quando è in vigore, una variazione che aggiunge l’obiettivo.',
  byPlan:
    'Il piano di quell’anno non è ancora approvato: la proposta vi entra con la bozza, se questa la riporta con lo stesso numero.',
  notBack: 'Questa proposta non è stata restituita: non c’è nulla da ripresentare.',
  cannotText: 'La proposta è stata restituita, ma chi ha effettuato l’accesso non può ripresentarla.',
  toApproval: 'Torna all’approvazione',
} as const;

export const notice = {
  title: 'Che cosa è cambiato',
  planChanged: 'il piano {{plan}} è stato variato',
  numberTaken: 'il numero {{number}} di una proposta è di un altro obiettivo nella bozza del piano',
  numberTakenText:
    'La proposta «{{title}}» ha il numero che la bozza del piano dà a «{{planned}}». Finché è così nessuno la giudica; tolto da una bozza corretta, torna com’era. Per non aspettare, proporla con un altro numero.',
  proposalChanged: 'la bozza del piano cambia la proposta {{number}}',
  proposalChangedText:
    'La bozza del piano ha la proposta «{{title}}», ma diversa ({{parts}}): nel piano vale ciò che dice la bozza. Se è un errore, dirlo a chi redige il piano prima che sia approvato.',
  part: { title: 'titolo', shares: 'quote', indicators: 'indicatori', deadlines: 'scadenze' },
  daysTaken: 'giorni di una quota dell’obiettivo {{number}} passano a un altro ufficio',
  daysTakenText_one:
    '{{count}} giorno, dal {{from}} al {{until}}, ora è di {{to}}, con il premio di quel giorno. Se è un errore, dirlo a chi assegna le quote.',
  daysTakenText_other:
    '{{count}} giorni, dal {{from}} al {{until}}, ora sono di {{to}}, con il premio di quei giorni. Se è un errore, dirlo a chi assegna le quote.',
  suspensionOver: 'la sospensione dell’obiettivo {{number}} è finita',
  ofVariation: 'Variazione {{id}}',
  proposedAnew: 'nuova proposta della propria valutazione {{plan}}',
  evaluation: {
    proposed: 'la propria valutazione {{plan}} è proposta',
    withdrawn: 'la proposta della propria valutazione {{plan}} è ritirata',
    'hearing-offered': 'per la propria valutazione {{plan}} è offerta un’audizione per il {{day}}',
    decided: 'sulla propria valutazione {{plan}} è dato il giudizio finale',
    conciliated: 'sulla propria valutazione {{plan}} è decisa la conciliazione',
    definitive: 'la propria valutazione {{plan}} è definitiva',
    'observations-ending': 'sulla propria valutazione {{plan}} si presentano osservazioni entro il {{day}}',
    'conciliation-ending': 'sulla propria valutazione {{plan}} si chiede la conciliazione entro il {{day}}',
  },
  goesOn: 'L’attività riprende dal {{day}}.',
  someOtherwise: 'Alcune slittano di altri giorni: i nuovi giorni sono nella pagina dell’obiettivo.',
  unratified: 'Nessun atto ha ratificato la sospensione in tempo.',
  movedBy_one: 'Le scadenze ancora aperte slittano di {{count}} giorno.',
  movedBy_other: 'Le scadenze ancora aperte slittano di {{count}} giorni.',
  changed: {
    deadline: 'Scadenza',
    indicator: 'Indicatore',
    target: 'Valore atteso',
    weight: 'Peso',
    added: 'Nuova quota, peso',
    removed: 'Quota stralciata, peso',
  },
  fromTo: '{{before}} → {{after}}',
  noValue: 'nessuno',
} as const;

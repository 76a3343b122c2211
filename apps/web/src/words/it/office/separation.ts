export const separation = {
  title: 'Separazione dei compiti',
  lead: 'Ogni passo di controllo compiuto, e ogni altra operazione che non spetta a chi ne è interessato (sospensioni, stralci, riaperture, liquidazioni, riassegnazioni…): chi ha agito e chi stava dall’altra parte. Il verdetto si ricava dai fatti, come sono registrati oggi, non da quanto fu deciso allora.',
  link: 'Prova della separazione dei compiti',
  checked: 'Operazioni verificate',
  violations: 'Violazioni',
  none: 'Nessuna operazione con questi filtri.',
  subject: 'Che cosa',
  step: 'Passo o operazione',
  scoring: 'attribuzione del grado',
  when: 'Quando',
  recordedOn: '{{told}}, registrato il {{recorded}}',
  who: 'Chi ha agito',
  onBehalfOf: 'per conto di {{who}}',
  otherSide: 'Dall’altra parte',
  rerouted: 'In luogo di',
  verdict: 'Verdetto',
  verdicts: { ok: 'Separati', violation: 'Violazione' },
  recordedLater: {
    tenure:
      'l’incarico, dal {{from}}, è stato registrato il {{recorded}}, dopo il passo: chi lo ha compiuto può non averlo saputo',
    delegation:
      'la delega, efficace dal {{from}}, è stata registrata il {{recorded}}, dopo il passo: chi lo ha compiuto può non averlo saputo',
  },
  endOneSide:
    'In «Uffici» revocare la sostituzione o chiudere uno dei due incarichi; il passo resta finché un atto non lo riapre o lo annulla',
  onlyViolations: 'Solo le violazioni',
  from: 'Registrati dal',
  to: 'fino al',
  csv: 'Scarica come CSV',
  next: 'Mostra i precedenti',
  first: 'Torna ai più recenti',
} as const;

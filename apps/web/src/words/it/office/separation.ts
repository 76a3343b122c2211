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
    assignment:
      'la quota assegnata al suo ufficio dal {{from}} è stata registrata il {{recorded}}, dopo il passo: chi lo ha compiuto può non averlo saputo',
  },
  namedBy: {
    tenure: 'chi ha agito ne ha l’incarico dal {{from}}, registrato il {{recorded}} da {{who}}, che ne è parte',
    delegation: 'chi ha agito ne ha la delega dal {{from}}, registrata il {{recorded}} da {{who}}, che ne è parte',
  },
  endOneSide:
    'In «Uffici» revocare la sostituzione o chiudere uno dei due incarichi; il passo resta finché un atto non lo riapre o lo annulla',
  bothSides: {
    title: 'Persone su entrambi i lati',
    lead: 'Chi certifica e ha, o fa le veci di chi ha, un ruolo incompatibile: anche senza aver compiuto alcun passo. In «Uffici» revocare la sostituzione o chiudere uno dei due incarichi',
    who: 'Chi',
    roles: 'Ruoli incompatibili',
    days: 'Giorni in comune',
    by: 'Per effetto di',
    tenure: 'incarico: {{office}}, registrato il {{recorded}}',
    delegation: 'delega: {{office}}, registrata il {{recorded}}',
  },
  onlyViolations: 'Solo le violazioni',
  from: 'Registrati dal',
  to: 'fino al',
  csv: 'Scarica come CSV',
  next: 'Mostra i precedenti',
  first: 'Torna ai più recenti',
} as const;

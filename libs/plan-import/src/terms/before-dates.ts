/** What stands before a day and says what it is. */
export const START =
  /(?:decorrenza|decorrere|partire|a far data|operativ[oaie]|attiv[oaie])(?: (?:dal|dalla data del|da|il|con|l['’]))? ?['’]?$|\bdal(?:l['’]|la data del)? ?$/;
export const UNTIL = /(?:fino al(?:l['’])?|sino al(?:l['’])?|e? ?al(?:l['’])?) ?$/;
export const DUE =
  /(?:entro(?: e non oltre)?|non oltre|scadenza|termine|entro la data)(?: ?(?:il|l['’]|la|le|i|al|del|dell['’]|la data del|il giorno|fine|la fine di|fissat[oa] (?:al|per il)|:))* ?$/;
/** The state with which something is compared, not one that is told. */
export const COMPARED =
  /\b(?:rispetto|confronto|raffronto|paragone)(?: con (?:i dati|il dato|quell[aieo]))? ?(?:e )?al(?:l['’])?(?: data del)? ?$/;
export const AS_OF = /\b(?:e )?al(?:l['’])?(?: data del)? ?$/;

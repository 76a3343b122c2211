/** A day as Italians write it: `31/12/2022`. */
export function day(date: string): string {
  return date.split('-').toReversed().join('/');
}

const instants = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Rome' });

export function instant(iso: string): string {
  return instants.format(new Date(iso));
}

/** An exact decimal with the Italian comma; a dash where there is none. */
export function decimal(value: string | null): string {
  return value === null ? '–' : value.replace('.', ',');
}

export const actions: Readonly<Record<string, string>> = {
  assign: 'Assegnare',
  acknowledge: 'Prendere visione',
  'answer-deadline': 'Adempiere alla scadenza',
  'fulfil-late': 'Adempiere in ritardo e giustificare',
  'submit-rendicontazione': 'Inviare la rendicontazione',
  'integrate-rendicontazione': 'Integrare la rendicontazione',
  'approve-rendicontazione': 'Approvare o restituire la rendicontazione',
  score: 'Attribuire il grado',
  'liquidate-premium': 'Liquidare il premio',
};

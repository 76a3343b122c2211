export const clock = {
  simulated: 'Il tempo è simulato: oggi è il {{when}}.',
  advanceDay: 'Avanza di un giorno',
  advanceAlarm: 'Avanza al prossimo avviso',
  advanced: 'Ora è {{when}}',
} as const;

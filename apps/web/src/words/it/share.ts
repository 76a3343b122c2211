export const share = {
  assignTo: 'Assegna a {{office}}',
  assignOther: 'Altro ufficio…',
} as const;

import type { list as italian } from '../../it/office/list.js';
import type { Same } from '../../same.js';

export const list: Same<typeof italian> = {
  choose: 'Choose the file, or drop it here',
  hint: 'CSV or an XLSX sheet, as the personnel program writes it.',
  reading: 'Reading {{name}}…',
  another: 'Choose another file',
  problems_one: '{{count}} thing to correct in the file',
  problems_other: '{{count}} things to correct in the file',
  problemsText: 'Correct the file where indicated and choose it again: while there is a fault no line is written.',
  place: 'Where',
  what: 'What is wrong',
  example: 'Download an example file',
  exampleName: 'example.csv',
  columns: 'Columns',
  peopleColumns:
    'Name (or Name and Surname), User, E-mail, Office, Roles; in any order, with the titles in the first line. User and e-mail may be missing.',
  peopleExample:
    'Name;Surname;User;E-mail;Office;Roles\nAnna;Riva;anna.riva;a.riva@comune.esempio.it;Lavori pubblici;Responsabile',
  people: 'People read',
  known: 'has an account already',
  new: 'new',
  nothingNew: 'Everybody in the file has an account already.',
  create_one: 'Create {{count}} account',
  create_other: 'Create {{count}} accounts',
  created_one: '{{count}} account created',
  created_other: '{{count}} accounts created',
  links: 'Links to hand over',
  linksOnce:
    'They are seen only now: copy or print them before leaving the page. Who has an e-mail also gets a message. If one is lost, make another on the page of the person.',
  copyAll: 'Copy all',
  copied: 'Copied',
  printAll: 'Print the slips',
  officesColumns:
    'Nome and, if you like, Tipo (area or ufficio) and Identificativo; with the titles in the first line.',
  officesExample: 'Nome;Tipo\nLavori pubblici;area\nPolizia locale;area\nSegretario generale;ufficio',
  offices: 'Areas and offices read',
  officesFrom: 'From a file',
  replace_one: 'Use this line instead of the list',
  replace_other: 'Use these {{count}} lines instead of the list',
  replaceText: 'The list there was before is replaced as a whole.',
};

import { told, type Facts, type Template } from './sentence.js';

/** Why YAML cannot be read, and what to do, by what the parser calls it or the line shows. */
const UNREADABLE: Readonly<Record<string, Template>> = {
  UNCLOSED_QUOTE: [
    ['le virgolette che si aprono qui non si chiudono', 'Chiuderle alla fine del testo, con lo stesso segno.'],
    ['the quotes that open here do not close', 'Close them at the end of the text, with the same sign.'],
  ],
  UNCLOSED_BRACKET: [
    [
      'la parentesi che si apre qui non si chiude con la sua compagna',
      'Chiudere «[» con «]» e «{» con «}», sulla stessa riga.',
    ],
    ['the bracket that opens here is not closed by its like', 'Close “[” with “]” and “{” with “}”, on the same line.'],
  ],
  BRACKETS: [
    ['le parentesi di questa riga non tornano', 'Una «]» per ogni «[», una «}» per ogni «{».'],
    ['the brackets of this line do not match', 'One “]” for each “[”, one “}” for each “{”.'],
  ],
  INVISIBLE_SIGN: [
    [
      'la riga contiene uno spazio o un segno che non si vede e non è uno spazio comune',
      'Riscrivere la riga a mano, con spazi comuni.',
    ],
    ['the line holds a blank or an unseen sign that is no common blank', 'Type the line again, with common blanks.'],
  ],
  NO_BLANK: [
    ['dopo i due punti manca uno spazio', 'Scrivere «chiave: valore», con uno spazio dopo i due punti.'],
    ['a blank is missing after the colon', 'Write “key: value”, with a blank after the colon.'],
  ],
  NO_COLON: [
    ['fra chiave e valore mancano i due punti', 'Scrivere «chiave: valore».'],
    ['the colon between key and value is missing', 'Write “key: value”.'],
  ],
  SEVERAL_COLONS: [
    [
      'la riga ha due punti dove un valore è già cominciato',
      'Mettere fra virgolette il testo che contiene i due punti, o separare le chiavi con una virgola.',
    ],
    [
      'the line has a colon where a value has begun already',
      'Put the text that holds the colon in quotes, or part the keys with a comma.',
    ],
  ],
  NEXT_LINE_DEEPER: [
    [
      'la riga che segue rientra più di questa, che ha già un valore',
      'Allineare le due righe, o togliere il valore da questa.',
    ],
    [
      'the next line is indented more than this one, which has a value already',
      'Align both lines, or take the value of this one out.',
    ],
  ],
  APOSTROPHE: [
    ['un apostrofo chiude gli apici prima della fine del testo', 'Scrivere il testo fra virgolette doppie: "…".'],
    ['an apostrophe closes the single quotes before the text ends', 'Write the text in double quotes: "…".'],
  ],
  BAD_SCALAR_START: [
    [
      'una parola comincia con un segno che YAML riserva, come «@», «%» o «`»',
      'Togliere il segno, o scrivere la parola fra virgolette.',
    ],
    [
      'a word begins with a sign that YAML reserves, such as “@”, “%” or “`”',
      'Take the sign out, or write the word in quotes.',
    ],
  ],
  BAD_ALIAS: [
    ['«*» o «&» non ha un nome', 'Scrivere il valore, o il nome subito dopo il segno.'],
    ['“*” or “&” has no name', 'Write the value, or the name right after the sign.'],
  ],
  TAB_AS_INDENT: [
    ['la riga rientra con una tabulazione', 'Usare spazi.'],
    ['the line is indented with a tab', 'Use spaces.'],
  ],
  BAD_INDENT: [
    ['il rientro non è quello delle righe vicine', 'Allineare la riga a quelle dello stesso livello.'],
    ['its indentation is not that of its neighbours', 'Align the line with those of the same level.'],
  ],
  MISSING_CHAR: [
    ['manca un segno che chiuda o separi', 'Controllare parentesi, virgolette, virgole e due punti.'],
    ['a sign that closes or separates is missing', 'Check brackets, quotes, commas and colons.'],
  ],
  ALIAS_PROPS: [
    ['un richiamo («*») ha già il suo nome', 'Togliere «&» e il nome che lo segue.'],
    ['an alias (“*”) has its name already', 'Take out “&” and the name after it.'],
  ],
  MORE_AFTER: [
    [
      'dopo la fine di un valore fra parentesi o virgolette c’è altro',
      'Togliere ciò che segue, o metterlo su una riga sua.',
    ],
    [
      'after the end of a value in brackets or quotes there is more',
      'Take out what follows, or put it on a line of its own.',
    ],
  ],
  MERGE_CONFLICT: [
    [
      'qui stanno due versioni del file, da unire («<<<<<<<», «=======», «>>>>>>>»)',
      'Tenere una delle due, e togliere le righe con quei segni.',
    ],
    [
      'here two versions of the file stand, still to be merged (“<<<<<<<”, “=======”, “>>>>>>>”)',
      'Keep one of both, and take out the lines with those signs.',
    ],
  ],
  TOO_DEEP: [
    ['qui troppi valori stanno uno dentro l’altro', 'Togliere le parentesi, i trattini o i rientri di troppo.'],
    ['here too many values lie within each other', 'Take out the brackets, hyphens or indentation that are too many.'],
  ],
  SELF_ALIAS: [
    ['«*{alias}» richiama un valore dentro il quale sta', 'Scrivere il valore per esteso.'],
    ['“*{alias}” recalls a value in which it lies itself', 'Write the value out.'],
  ],
  UNKNOWN_ALIAS: [
    ['«*{alias}» richiama «&{alias}», che non c’è prima', 'Scrivere il valore, o definire prima «&{alias}».'],
    ['“*{alias}” recalls “&{alias}”, which is not there before it', 'Write the value, or define “&{alias}” before.'],
  ],
  TOO_MANY_ALIASES: [
    ['i richiami («*») si moltiplicano oltre misura', 'Scrivere i valori per esteso.'],
    ['its aliases (“*”) multiply beyond measure', 'Write the values out.'],
  ],
};

/** Anything else. */
const ANY_OTHER: Template = [
  ['', 'Controllare rientri, due punti e virgolette in questa riga.'],
  ['', 'Check indentation, colons and quotes on this line.'],
];

/** The facts of a file that is no YAML, with its reason and its remedy. */
export function unreadableWords({ parser, ...facts }: Facts): Facts {
  const { what, remedy } = told(UNREADABLE[String(parser)] ?? ANY_OTHER, facts);
  return { ...facts, reasonIt: what.it, reasonEn: what.en, remedyIt: remedy.it, remedyEn: remedy.en };
}

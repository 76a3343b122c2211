import { at } from './place.js';
import type { Outline } from './outline.js';
import type { Preamble } from './preamble.js';
import { problem, type Problem } from './problem.js';
import type { Question } from './question.js';
import { shortfallWords, type Shortfall } from './shortfall.js';

/** Whether a document is whole whose end looks missing: one answer lets it pass, the other leaves it as it is. */
export const COMPLETE_QUESTION = 'document-end';
export const COMPLETE_OPTION = 'complete';
export const CUT_OFF_OPTION = 'cut-off';

export interface Wholeness {
  readonly problems: readonly Problem[];
  /** Nothing else can be read. */
  readonly fatal: boolean;
  /** What is announced and has no table, where the weights too fall short; and the question, until it is answered. */
  missingEnd(weighed: Weighed, answers: Readonly<Record<string, string>>): MissingEnd;
}

interface MissingEnd {
  readonly problems: readonly Problem[];
  readonly questions: readonly Question[];
}

interface Weighed {
  readonly saturating: number;
  readonly shortfalls: readonly Shortfall[];
  /** Other problems may be why the weights fall short. */
  readonly explained: boolean;
}

/** Whether the text is a plan at all, and whether all of it is there, as far as it can be known. */
export function wholeness(outline: Outline, preamble: Preamble): Wholeness {
  const none = () => ({ problems: [], questions: [] });
  if (outline.rows.length === 0) {
    const looksLikePlan = outline.missions.size > 0 || preamble.namesPlan;
    if (outline.problems.length > 0 && looksLikePlan)
      return { problems: outline.problems, fatal: true, missingEnd: none };
    return { problems: [looksLikePlan ? withoutTables(outline) : notAPlan()], fatal: true, missingEnd: none };
  }
  const problems: Problem[] = [];
  if (preamble.year === null) problems.push(withoutYear());
  const cut = outline.cutAt ?? outline.danglingHeading;
  if (cut !== null) problems.push(brokenOff(cut, outline.cutAt !== null));
  return {
    problems,
    fatal: false,
    missingEnd: ({ saturating, shortfalls, explained }, answers) => {
      if (saturating > 0 || answers[COMPLETE_QUESTION] === COMPLETE_OPTION || cut !== null) return none();
      const missing = outline.missions.missingEnd();
      const last = outline.rows.at(-1)?.line ?? 1;
      const answered = answers[COMPLETE_QUESTION] !== undefined;
      const asked = (line: number) => (answered ? [] : [whetherWhole(line)]);
      if (missing !== null)
        return { problems: [withoutEnd(last, missing.after, missing.missing)], questions: asked(last) };
      if (outline.endsInTable === null || explained || shortfalls.length === 0) return none();
      return { problems: [shortEnd(outline.endsInTable, shortfalls)], questions: asked(outline.endsInTable) };
    },
  };
}

function whetherWhole(line: number): Question {
  return {
    id: COMPLETE_QUESTION,
    line,
    question: {
      it: `Il documento sembra interrotto dopo la riga ${at(line)}: è tutto qui?`,
      en: `The document seems cut off after line ${at(line)}: is this all of it?`,
    },
    options: [
      {
        id: CUT_OFF_OPTION,
        label: {
          it: 'No: va importato il testo intero, o corretto',
          en: 'No: the whole text, or a corrected one, is to be imported',
        },
      },
      {
        id: COMPLETE_OPTION,
        label: {
          it: 'Sì: è tutto, anche se i pesi non arrivano ai massimi',
          en: 'Yes: it is all, though the weights fall short of the ceilings',
        },
      },
    ],
    proposed: CUT_OFF_OPTION,
  };
}

function notAPlan(): Problem {
  return problem(
    1,
    'import/not-a-plan',
    'Il documento non è un piano della performance: non vi si trova nessuna tabella di obiettivi con aree, risultati attesi e pesi.',
    'The document is not a performance plan: it has no table of objectives with areas, expected results and weights.',
  );
}

function withoutTables({ missions }: Outline): Problem {
  return problem(
    1,
    'import/truncated',
    `Il documento annuncia un piano (${missions.size} missioni) ma non ha tabelle di obiettivi: sembra interrotto. Importare il testo intero.`,
    `The document announces a plan (${missions.size} missions) but has no tables of objectives: it seems cut off. Import the whole text.`,
  );
}

function brokenOff(line: number, inTable: boolean): Problem {
  const [it, en] = inTable
    ? ['a metà di una tabella', 'in the middle of a table']
    : ['dopo un titolo che annuncia una tabella', 'after a heading that announces a table'];
  return problem(
    line,
    'import/truncated',
    `Il documento si interrompe alla riga ${at(line)}, ${it}: importare il testo intero.`,
    `The document breaks off at line ${at(line)}, ${en}: import the whole text.`,
  );
}

function withoutEnd(line: number, after: string, missing: readonly string[]): Problem {
  const list = missing.length <= 4 ? missing.join(', ') : `${missing.slice(0, 3).join(', ')} … ${missing.at(-1) ?? ''}`;
  return problem(
    line,
    'import/truncated',
    `Dopo l'obiettivo strategico ${after} (riga ${at(line)}) mancano le tabelle di quelli annunciati (${list}) e i pesi non arrivano ai massimi: il documento sembra interrotto. Importare il testo intero, oppure rispondere «${COMPLETE_OPTION}» a «${COMPLETE_QUESTION}» se è tutto qui.`,
    `After strategic objective ${after} (line ${at(line)}) the tables of those announced are missing (${list}) and the weights fall short of the ceilings: the document seems cut off. Import the whole text, or answer “${COMPLETE_OPTION}” to “${COMPLETE_QUESTION}” if this is all of it.`,
  );
}

function shortEnd(line: number, shortfalls: readonly Shortfall[]): Problem {
  const short = shortfallWords(shortfalls);
  return problem(
    line,
    'import/truncated',
    `Il testo finisce con la riga ${at(line)} di una tabella e i pesi non arrivano ai massimi (${short.it}): sembra interrotto. Importare il testo intero, correggere i pesi, oppure rispondere «${COMPLETE_OPTION}» a «${COMPLETE_QUESTION}» se è tutto qui.`,
    `The text ends with line ${at(line)} of a table and the weights fall short of the ceilings (${short.en}): it seems cut off. Import the whole text, correct the weights, or answer “${COMPLETE_OPTION}” to “${COMPLETE_QUESTION}” if this is all of it.`,
  );
}

function withoutYear(): Problem {
  return problem(
    1,
    'import/no-year',
    'Il documento non dice di quale anno è il piano: scriverlo nel titolo, per esempio «Piano della performance 2022».',
    'The document does not say which year the plan is for: write it in the title, for example “Piano della performance 2022”.',
  );
}

import { parseHundredths } from '../../decimal.js';
import type { Label } from '../../workflow/label.js';
import { NO_FIGURES, type Found } from './finding.js';
import { comma, grouped, plain, pointsOf, type LookedAt, type ShareAt } from './looked-at.js';

interface Compulsory {
  readonly id: string;
  /** First year of plan that must have it. */
  readonly since: number;
  readonly until?: number;
  readonly words: RegExp;
  readonly goal: Label;
  readonly basis: string;
}

const PAYMENT_TIMES: Compulsory = {
  id: 'payment-times',
  since: 2023,
  words: /temp[io] (medi[oi]? )?(di|dei) pagament|tempestivita dei pagament|ritardo (medio )?(di|dei|nei) pagament/,
  goal: {
    it: 'il rispetto dei tempi di pagamento, da cui dipende almeno il 30 % della retribuzione di risultato',
    en: 'payment times, on which at least 30 % of the result pay depends',
  },
  basis: 'D.L. 13/2023, art. 4-bis c. 2',
};

const TRAINING = /\bformazion|\bformativ|\bcorsi\b/;

const COMPULSORY: readonly Compulsory[] = [
  {
    id: 'ptpct',
    since: 2017,
    words: /corruzione|anticorruzione|trasparenza|ptpct|rpct/,
    goal: {
      it: 'la prevenzione della corruzione e la trasparenza (misure del PTPCT)',
      en: 'prevention of corruption and transparency (measures of the PTPCT)',
    },
    basis: 'L. 190/2012, art. 1 c. 8; D.Lgs. 33/2013, art. 10 c. 3 e art. 44 c. 1',
  },
  PAYMENT_TIMES,
  {
    id: 'training',
    since: 2024,
    until: 2024,
    words: TRAINING,
    goal: { it: 'la formazione del personale, 24 ore l’anno', en: 'training of staff, 24 hours a year' },
    basis: 'Direttive del Ministro per la PA 23/3/2023 e 28/11/2023',
  },
  {
    id: 'training',
    since: 2025,
    words: TRAINING,
    goal: { it: 'la formazione del personale, 40 ore l’anno', en: 'training of staff, 40 hours a year' },
    basis: 'Direttiva del Ministro per la PA 14/1/2025',
  },
  {
    id: 'accessibility',
    since: 2024,
    words: /accessibil|disabilit|barriere architettoniche|inclusione delle persone/,
    goal: { it: 'l’accessibilità per le persone con disabilità', en: 'accessibility for people with disabilities' },
    basis: 'D.Lgs. 222/2023, art. 3 e 4',
  },
];

/** Goals that the law wants in every plan of the year. */
export function compulsoryGoals(at: LookedAt): readonly Found[] {
  const { year } = at.document;
  return [
    ...COMPULSORY.filter(({ since, until = year }) => year >= since && year <= until)
      .filter(({ words }) => !at.shares.some((share) => speaksOf(share, words)))
      .map(({ id, goal, basis }) => missing(id, goal, basis, year)),
    ...(year >= PAYMENT_TIMES.since ? lightPaymentTimes(at) : []),
  ];
}

function missing(id: string, goal: Label, basis: string, year: number): Found {
  return {
    id,
    severity: 'warning',
    objectiveId: null,
    shareIds: [],
    areaId: null,
    source: null,
    says: {
      it: `Nel piano del ${year} manca un obiettivo che la norma vuole: ${goal.it}.`,
      en: `The plan of ${year} lacks a goal that the rules want: ${goal.en}.`,
    },
    basis,
    figures: NO_FIGURES,
  };
}

/** Where the goal is there, what it weighs for the area that pays. */
function lightPaymentTimes({ shares, weights }: LookedAt): readonly Found[] {
  const paying = grouped(
    shares.filter((at) => speaksOf(at, PAYMENT_TIMES.words)),
    ({ area }) => area.id,
  );
  return [...paying].flatMap(([areaId, own]) => {
    const of = weights[areaId] ?? '0';
    const points = pointsOf(own.map(({ share }) => share)) ?? '0';
    const [first] = own;
    if (first === undefined || parseHundredths(points, 'weight') * 10n >= parseHundredths(of, 'weight') * 3n) return [];
    return {
      id: `${PAYMENT_TIMES.id}/${areaId}`,
      severity: 'warning',
      objectiveId: first.objective.id,
      shareIds: own.map(({ share }) => share.id),
      areaId,
      source: first.share.source,
      says: {
        it: `«${first.objective.title}»: ai tempi di pagamento vanno ${comma(points)} dei ${comma(of)} punti di ${first.area.name}, meno del 30 %. Alzare il peso, o dire dove il 30 % della retribuzione di risultato è legato all’indicatore.`,
        en: `“${first.objective.title}”: payment times have ${points} of the ${of} points of ${first.area.name}, less than 30 %. Raise the weight, or say where 30 % of the result pay is tied to the indicator.`,
      },
      basis: PAYMENT_TIMES.basis,
      figures: { points, of },
    } satisfies Found;
  });
}

function speaksOf({ objective, indicators }: ShareAt, words: RegExp): boolean {
  return [objective.title, ...indicators.map(({ text }) => text)].some((text) => words.test(plain(text)));
}

import { shareInWords, type Language } from '#contract';
import { formatHundredths, parseHundredths, type PlanChange } from '#domain';

type MoveWeight = Extract<PlanChange, { readonly kind: 'move-weight' }>;

/**
 * What both shares weigh afterwards, and the same in words.
 *
 * @param nameOf  of an area
 * @param before  what they weighed, `40; 20`; in logs of earlier releases who gives alone
 */
export function weightsMoved(
  { from, to, points }: MoveWeight,
  before: string | null,
  language: Language,
  nameOf?: (area: string) => string,
) {
  const moved = parseHundredths(points, 'points');
  const [giver = '', taker = ''] = (before ?? '').split('; ');
  const changes = [-moved, moved];
  const [given, taken] = [giver, taker].map((weight, index) =>
    weight === '' ? '' : formatHundredths(parseHundredths(weight, 'weight') + (changes[index] ?? 0n)),
  );
  const it = language === 'it';
  const one = moved === 100n;
  const share = (id: string, was = '', is = '') => {
    const how =
      was === '' ? '' : it ? `, da ${inWords(was, language)} a ${inWords(is, language)}` : `, ${was} to ${is}`;
    return `${shareInWords(id, nameOf)}${how}`;
  };
  const [source, target] = [`${share(from, giver, given)}${giver === '' ? '' : ','}`, share(to, taker, taken)];
  const many = pointsInWords(points, language);
  return {
    after: [given, taken].filter((weight) => weight !== '').join('; ') || points,
    says: it
      ? `${many} ${one ? 'passa' : 'passano'} dalla quota ${source} alla quota ${target}`
      : `${many} ${one ? 'moves' : 'move'} from share ${source} to share ${target}`,
  };
}

/** `1 punto`, `2,5 punti`. */
export function pointsInWords(points: string, language: Language): string {
  const one = parseHundredths(points, 'points') === 100n;
  const unit = language === 'it' ? (one ? 'punto' : 'punti') : one ? 'point' : 'points';
  return `${inWords(points, language)} ${unit}`;
}

function inWords(number: string, language: Language): string {
  const shortest = formatHundredths(parseHundredths(number, 'number'));
  return language === 'it' ? shortest.replace('.', ',') : shortest;
}

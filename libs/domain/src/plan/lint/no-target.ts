import { isElsewhere } from './defined-elsewhere.js';
import type { Found } from './finding.js';
import { ofPoints, ownDay, plain, pointsOf, type LookedAt, type ShareAt } from './looked-at.js';

/** Work that goes on: that it was done says nothing of how much. */
const ONGOING =
  /\b(gestione|tenuta|presidio|presenz[ae]|partecipazione|supporto|collaborazione|assistenza|cura|promozione|iter)\b/;

/** A document, an act or an event that is there at the end or is not. */
const OUTCOME =
  /\b(adozione|adottat[aeio]|approvazione|approvat[aeio]|attivazione|attivat[aeio]|emissione|concessione|affidat[aeio]|affidamento|redazione|redatt[aeio]|stesura|pubblicazione|pubblicat[aeio]|istituzione|apertura|consegna|trasmissione|invio|sottoscrizione|stipula|avvio|completamento|conclusione|collaudo|verbal[ei]|relazion[ei]|report|rapport[oi]|regolament[oi]|carta|modell[oi]|elench?[oi]|avvis[oi]|accertament[oi]|band[oi]|graduatori[ae]|assenza di|nessun[ao]?|zero)\b/;

/** Shares of which nobody can say at the end whether they were reached: no figure, no day, no document. */
export function noTarget({ document, shares, weights }: LookedAt): readonly Found[] {
  return shares
    .filter((at) => !isElsewhere(at) && !isMeasurable(at, document.year))
    .map(({ objective, share, area }) => {
      const of = weights[area.id] ?? '0';
      const points = pointsOf([share]);
      const { it, en } = ofPoints(points, of);
      return {
        id: share.id,
        severity: 'warning',
        objectiveId: objective.id,
        shareIds: [share.id],
        areaId: area.id,
        source: share.source,
        says: {
          it: `«${objective.title}» (${area.name}, ${it}): l’indicatore descrive un’attività senza un valore, una data o un documento con cui misurarla. Scrivere quanto, entro quando o quale atto ne dà prova.`,
          en: `“${objective.title}” (${area.name}, ${en}): the indicator describes an activity with no figure, date or document to measure it by. Say how much, by when, or which act proves it.`,
        },
        basis: 'D.Lgs. 150/2009, art. 5 c. 2 lett. b)',
        figures: { points, of },
      };
    });
}

function isMeasurable({ indicators, deadlines }: ShareAt, year: number): boolean {
  const dated = deadlines.some((deadline) => deadline.kind === 'relative' || ownDay(deadline, { year }) !== null);
  return dated || indicators.some(({ target, text }) => target !== null || endsInSomething(plain(text)));
}

function endsInSomething(text: string): boolean {
  return OUTCOME.test(text) && !ONGOING.test(text);
}

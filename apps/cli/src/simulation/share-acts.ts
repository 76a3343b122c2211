import { demonstrationDocument } from './demonstration-document.js';
import { nameUuid } from './identity.js';
import { officeOf, usually, type Organisation } from './organisation.js';
import { instanceOf, type NamedShare } from './roster.js';
import type { ShareAct } from './scenario.js';
import type { SingleAct } from './weekly.js';

type Request = { readonly path: string; readonly body: Readonly<Record<string, unknown>> };
type Unfit = { readonly problem: string };

/**
 * What an act on a share sends.
 *
 * @param place  the act's place in the scenario, which names what it creates
 * @returns the path below the share's own and the body, or why the plan does not allow it
 */
export function requestOfShareAct(act: SingleAct, share: NamedShare, place: string): Request | Unfit {
  const evidence = documentsOf(act).map((name) => demonstrationDocument(name).evidence);
  switch (act.do) {
    case 'assign':
      return { path: 'assignment', body: { office: act.office ?? share.areaId } };
    case 'acknowledge':
      return { path: 'acknowledgement', body: {} };
    case 'progress': {
      const fulfils = act.fulfils === undefined ? null : instanceOf(share, act.fulfils, act.on.slice(0, 10));
      if (fulfils === undefined) return { problem: `${share.name} has no deadline that falls due ${act.fulfils}` };
      const { value, note = '', occurred } = act;
      const progressId = entryId(share, act.as ?? place);
      return {
        path: 'progress',
        body: { progressId, value, note, evidence, fulfils, ...(occurred && { occurredOn: occurred }) },
      };
    }
    case 'rectify': {
      const { value, note, reason } = act;
      return { path: `progress/${entryId(share, act.entry)}/rectification`, body: { value, note, reason, evidence } };
    }
    case 'fulfil-late': {
      const fulfils = instanceOf(share, act.fulfils, act.on.slice(0, 10));
      if (fulfils === undefined) return { problem: `${share.name} has no deadline that falls due ${act.fulfils}` };
      const justification = { reason: act.reason, note: act.note };
      return {
        path: 'late-fulfilment',
        body: { fulfils, justification, evidence, ...(act.occurred && { occurredOn: act.occurred }) },
      };
    }
    case 'decide-justification': {
      const missed = instanceOf(share, act.missed, act.on.slice(0, 10));
      if (missed === undefined) return { problem: `${share.name} has no deadline that falls due ${act.missed}` };
      const { step, accept, effect = null, note } = act;
      return { path: 'justification/decision', body: { missed, step, accept, effect, note, act: null } };
    }
    case 'rendiconta':
      return rendicontazione(act, share, evidence);
    case 'return':
      return { path: 'rendicontazione/return', body: { step: act.step, points: act.points } };
    case 'approve':
      return { path: 'rendicontazione/approval', body: { step: act.step, note: act.note, act: act.act ?? null } };
    case 'score':
      return { path: 'score', body: { degree: act.degree, reason: act.reason } };
  }
}

/** The documents an act cites, by name. */
export function documentsOf(act: SingleAct): readonly string[] {
  return 'evidence' in act ? act.evidence : [];
}

/** The office that usually does it: the Segretario assigns, the Nucleo scores, the rest is the area's. */
export function usualUser(act: SingleAct, share: NamedShare, organisation: Organisation): string {
  if (act.do === 'assign') return usually(organisation, 'segretario');
  if (act.do === 'score') return usually(organisation, 'nucleo');
  return organisation.accounts.find((account) => officeOf(account) === share.areaId)?.user ?? share.areaId;
}

function entryId(share: NamedShare, name: string): string {
  return nameUuid('progress', share.name, name);
}

function rendicontazione(
  act: Extract<ShareAct, { do: 'rendiconta' }>,
  { name, shareId, objective }: NamedShare,
  evidence: readonly unknown[],
): Request | Unfit {
  const indicators = objective.indicators.filter(({ shareIds }) => shareIds.includes(shareId));
  if (indicators.length !== act.measured.length) {
    const wanted = indicators.map(({ text }) => `\n      - ${text}`).join('');
    return { problem: `${name} has ${indicators.length} indicators, ${act.measured.length} are measured:${wanted}` };
  }
  const measurements = indicators.map(({ id }, index) => {
    const measured = act.measured[index] ?? '';
    return typeof measured === 'string'
      ? { indicatorId: id, value: measured, notMeasuredBecause: null }
      : { indicatorId: id, value: null, notMeasuredBecause: measured.not };
  });
  return { path: 'rendicontazione', body: { measurements, selfDegree: act.degree, note: act.note, evidence } };
}

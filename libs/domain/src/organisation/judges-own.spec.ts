import { begun, openApproval } from '../approval/open.js';
import {
  acknowledgement,
  approvalOf,
  certification,
  opening,
  OPENED,
  people,
  step,
  takes,
  verification,
  who,
} from '../testing/approval.js';
import { given } from '../testing/given.js';
import { parties, tenure } from '../testing/staff.js';
import type { Controls } from './controls.js';
import type { OrganisationCommand, OrganisationEvent } from './messages.js';
import { organisation } from './organisation.js';
import { requireAccountOfOthers } from './tenures.js';

type CommandOf<T extends OrganisationCommand['type']> = Extract<OrganisationCommand, { readonly type: T }>;

const AT = OPENED;
const ACT = { kind: 'decreto', number: '7', date: '2023-01-20' };
const admin = { id: 'u-admin', office: 'sistema' };
const recorders = [admin, who.segretario];

/** The report of a share of the Segretario: their substitute verifies, the Nucleo certifies, the Giunta takes note. */
const ofSegretario = opening([verification, certification, acknowledgement], {
  parties: parties({ authors: ['u-segretario'], offices: ['segretario'] }),
});
const underWay = (approval = begun(openApproval(ofSegretario)), name: string | null = 'Piano anticorruzione') => ({
  name,
  approval,
});
const controls = (...of: Controls['underWay']): Controls => ({ underWay: of, recorders });

/** Who holds what, as the organisation tells it. */
const held: readonly OrganisationEvent[] = people.tenures.map((tenure, index) => ({
  type: 'organisation.office-taken.v1',
  data: { ...tenure, tenureId: `t-${index}` },
}));
const register = given(organisation)(...held);
const tenureOf = (person: string) => `t-${people.tenures.findIndex((tenure) => tenure.person === person)}`;

const take = (fields: Partial<CommandOf<'organisation.take-office'>> = {}): OrganisationCommand => ({
  type: 'organisation.take-office',
  tenureId: 't-new',
  person: 'u-friend',
  office: 'nucleo',
  roles: ['nucleo'],
  from: '2023-01-20',
  to: null,
  act: ACT,
  offices: people.offices,
  controls: controls(underWay()),
  by: who.segretario,
  at: AT,
  ...fields,
});
const leave = (fields: Partial<CommandOf<'organisation.leave-office'>> = {}): OrganisationCommand => ({
  type: 'organisation.leave-office',
  tenureId: tenureOf('u-nucleo'),
  to: '2023-01-31',
  act: ACT,
  offices: people.offices,
  controls: controls(underWay()),
  by: who.segretario,
  at: AT,
  ...fields,
});
const delegate = (fields: Partial<CommandOf<'organisation.delegate'>> = {}): OrganisationCommand => ({
  type: 'organisation.delegate',
  delegationId: 'd-1',
  kind: 'delega',
  office: 'vicesegretario',
  person: 'u-friend',
  from: '2023-01-20',
  until: '2023-02-20',
  subjects: null,
  act: ACT,
  offices: people.offices,
  controls: controls(underWay()),
  by: who.segretario,
  at: AT,
  ...fields,
});
const revoke = (fields: Partial<CommandOf<'organisation.revoke-delegation'>> = {}): OrganisationCommand => ({
  type: 'organisation.revoke-delegation',
  delegationId: 'd-1',
  reason: 'rientro',
  offices: people.offices,
  controls: controls(underWay()),
  by: who.segretario,
  at: AT,
  ...fields,
});
const lent = (person: string, fields: object = {}): OrganisationEvent => ({
  type: 'organisation.delegated.v1',
  data: {
    delegationId: 'd-1',
    kind: 'delega',
    office: 'vicesegretario',
    holder: 'u-vice',
    person,
    from: '2023-01-01',
    until: '2023-06-30',
    subjects: null,
    act: null,
    takenUp: false,
    ...fields,
  },
});

describe('who judges is named by others than those whom they judge', () => {
  const refused = (facts: object = {}) => ({ refusal: 'organisation/judges-own', facts });

  it('given a report of their own under way, then nobody names, dismisses or lends who takes a step of it', () => {
    expect(register.when(take())).toMatchObject(
      refused({
        approval: 'Piano anticorruzione',
        step: 'certificazione',
        office: 'nucleo',
        rule: 'author',
        who: 'sistema',
      }),
    );
    expect(register.when(leave())).toMatchObject(refused({ step: 'certificazione' }));
    expect(register.when(delegate())).toMatchObject(refused({ step: 'verifica', office: 'vicesegretario' }));
    const others = given(organisation)(...held, lent('u-friend'));
    expect(others.when(revoke())).toMatchObject(refused({ step: 'verifica' }));
  });

  it('given a party by their office, by the same finding, as a beneficiary or by days of credit, then neither do they', () => {
    const sides = [
      { offices: ['segretario'] },
      { scored: ['segretario'] },
      { beneficiaries: ['u-segretario'] },
      { credited: [{ office: 'segretario', from: '2023-01-01', to: '2023-01-10' }] },
    ].map((side) => begun(openApproval({ ...ofSegretario, parties: parties(side) })));
    for (const side of sides) {
      expect(register.when(take({ controls: controls(underWay(side)) }))).toMatchObject(refused());
    }
  });

  it('given a report of theirs that is over but for the degree, then they name and dismiss nobody who gives it, and whom else they like', () => {
    const over = { ...begun(openApproval(ofSegretario)), status: 'approved' as const };
    const waits = controls({ ...underWay(over), toScore: true });
    const { facts } = register.when(take({ controls: waits })) as { readonly facts?: object };
    expect(facts).toMatchObject({ office: 'nucleo', toScore: 1, rule: 'author', who: 'sistema' });
    expect(facts).not.toHaveProperty('step');
    expect(register.when(leave({ controls: waits }))).toMatchObject(refused({ toScore: 1 }));
    expect(register.when(take({ controls: waits, by: admin }))).toHaveProperty('events');
    expect(register.when(delegate({ controls: waits }))).toHaveProperty('events');
    // once the degree is given nothing is left
    expect(register.when(take({ controls: controls(underWay(over)) }))).toHaveProperty('events');
    // where no office evaluates by the body's file, its role does
    const unnamed = { controls: waits, offices: [] };
    expect(register.when(take({ ...unnamed, office: 'oiv' }))).toMatchObject(refused({ office: 'oiv', toScore: 1 }));
    expect(register.when(take({ ...unnamed, office: 'archivio', roles: [] }))).toHaveProperty('events');
  });

  it('given somebody who is no party, then they do, be it of the same office', () => {
    expect(register.when(take({ by: admin }))).toMatchObject({ events: [{ type: 'organisation.office-taken.v1' }] });
    const ofOthers = underWay(begun(openApproval(opening())));
    expect(register.when(take({ controls: controls(ofOthers) }))).toHaveProperty('events');
    expect(register.when(delegate({ controls: controls(ofOthers) }))).toHaveProperty('events');
  });

  it('given a step that is over, or an office that none asks, then it is nobody’s judge any more', () => {
    const verified = approvalOf(ofSegretario).after(takes('verifica', who.vice)).state;
    expect(register.when(delegate({ controls: controls(underWay(verified)) }))).toHaveProperty('events');
    expect(register.when(take({ controls: controls(underWay(verified)) }))).toMatchObject(refused());
    expect(register.when(take({ office: 'tributi', roles: [] }))).toHaveProperty('events');
    const back = approvalOf(ofSegretario).after(
      takes('verifica', who.vice, { outcome: 'return', points: ['manca un allegato'] }),
    ).state;
    expect(register.when(take({ controls: controls(underWay(back)) }))).toHaveProperty('events');
  });

  it('given a step that names a role, a relation, a substitute or whom a time-out calls, then those are meant, too', () => {
    const staff = {
      ...people,
      tenures: [...people.tenures, tenure('u-revisore', 'ragioneria', { roles: ['revisore'] })],
    };
    const asking = (fields: Parameters<typeof step>[1]) => {
      const chain = { id: 'c', version: 1, steps: [step('s', fields)] };
      return controls(underWay(begun(openApproval({ ...ofSegretario, chain, staff }))));
    };
    const revisore = { office: 'studi', roles: ['revisore'] };
    const byRole = asking({ who: [{ role: 'revisore' }], substitute: { office: 'giunta' } });
    expect(register.when(take({ ...revisore, controls: byRole }))).toMatchObject(refused());
    expect(register.when(take({ ...revisore, roles: [], controls: byRole }))).toHaveProperty('events');
    const substitute = { office: 'giunta', roles: ['giunta'] };
    expect(register.when(take({ ...substitute, controls: byRole }))).toMatchObject(refused());
    const called = asking({
      who: [{ office: 'nucleo' }],
      term: { workingDays: 5 },
      onTimeout: [
        { after: 1, do: 'escalate', to: { office: 'giunta' } },
        { after: 2, do: 'substitute', by: { office: 'vicesegretario' } },
      ],
    });
    expect(register.when(take({ ...substitute, controls: called }))).toMatchObject(refused());
    expect(register.when(delegate({ controls: called }))).toMatchObject(refused());
    const related = asking({ who: [{ relation: 'head-of-area' }], substitute: { office: 'giunta' } });
    expect(register.when(take({ office: 'affari-generali', roles: [], controls: related }))).toMatchObject(refused());
  });

  it('given their own office, then whoever is away lends their own place, and whoever received one gives it up', () => {
    const vice = { by: who.vice, act: null };
    const ofVice = controls(
      underWay(begun(openApproval({ ...ofSegretario, parties: parties({ authors: ['u-vice'] }) }))),
    );
    for (const kind of ['delega', 'sostituzione'] as const) {
      expect(register.when(delegate({ ...vice, kind, controls: ofVice }))).toHaveProperty('events');
    }
    const received = given(organisation)(...held, lent('u-segretario'));
    expect(received.when(revoke())).toHaveProperty('events');
  });

  it('given that they act for a judge, then whoever takes their whole place would, too', () => {
    const acts = given(organisation)(...held, lent('u-head', { delegationId: 'd-0' }));
    const ofHead = controls(
      underWay(begun(openApproval({ ...ofSegretario, parties: parties({ authors: ['u-head'] }) }))),
    );
    const own = { office: 'affari-generali', act: null, by: who.head, controls: ofHead };
    expect(acts.when(delegate({ ...own, kind: 'sostituzione' }))).toMatchObject(refused({ office: 'vicesegretario' }));
    expect(acts.when(delegate({ ...own, kind: 'delega' }))).toHaveProperty('events');
  });

  it('given nobody else who could, then they do, and the event says so', () => {
    const alone = { underWay: [underWay()], recorders: [who.segretario] };
    const parted = { underWay: [underWay()], recorders: [who.segretario, { id: 'u-segretario', office: 'sistema' }] };
    for (const controls of [alone, parted]) {
      expect(register.when(take({ controls }))).toMatchObject({ events: [{ data: { nobodyElse: true } }] });
      expect(register.when(leave({ controls }))).toMatchObject({ events: [{ data: { nobodyElse: true } }] });
      expect(register.when(delegate({ controls }))).toMatchObject({ events: [{ data: { nobodyElse: true } }] });
    }
    expect(register.when(take({ by: admin }))).not.toHaveProperty('events.0.data.nobodyElse');
  });

  it('given that they computed a run, or took a step of it, then they are on no side of it', () => {
    const asked = parties({ authors: ['u-head'], prepared: [{ person: 'u-segretario', office: 'tributi' }] });
    const run = begun(openApproval({ ...ofSegretario, parties: asked }));
    const earlier = { ...run, parties: { ...asked, earlier: ['u-segretario'] } };
    for (const one of [run, earlier]) {
      expect(register.when(take({ controls: controls(underWay(one)) }))).toHaveProperty('events');
    }
  });

  it('given whom a time-out has called to the step that waits, then they are meant, be the chain another by now', () => {
    const called = begun(openApproval(ofSegretario));
    const escalated = { ...called, opening: { ...called.opening, escalatedTo: ['studi'] } };
    const substituted = { ...called, opening: { ...called.opening, substitutes: ['studi'] } };
    const naming = { office: 'studi', roles: [] };
    expect(register.when(take({ ...naming, controls: controls(underWay(called)) }))).toHaveProperty('events');
    for (const one of [escalated, substituted]) {
      expect(register.when(take({ ...naming, controls: controls(underWay(one)) }))).toMatchObject(refused());
    }
  });

  it('given several under way, then one that is theirs is enough, and an account that stays as it is asks nothing', () => {
    const ofOthers = underWay(begun(openApproval(opening())));
    expect(register.when(take({ controls: controls(ofOthers, underWay()) }))).toMatchObject(refused());
    const own = { person: 'u-friend', office: 'nucleo', roles: ['nucleo'], from: '2023-01-20', to: null };
    const writing = { by: who.segretario, at: AT, offices: people.offices, controls: controls(underWay()) };
    const same = { before: own, after: { ...own, from: '2023-01-21' } };
    expect(() => requireAccountOfOthers(same, writing, register.state)).not.toThrow();
    const more = { before: own, after: { ...own, roles: ['nucleo', 'revisore'] } };
    expect(() => requireAccountOfOthers(more, writing, register.state)).toThrow('organisation/judges-own');
  });

  it('given a delegation of an office whose holder a step names by role, then it is meant', () => {
    const revisore = tenure('u-revisore', 'ragioneria', { roles: ['revisore'] });
    const staff = { ...people, tenures: [...people.tenures, revisore] };
    const chain = { id: 'c', version: 1, steps: [step('s', { who: [{ role: 'revisore' }] })] };
    const byRole = controls(underWay(begun(openApproval({ ...ofSegretario, chain, staff }))));
    const holding = given(organisation)(...held, {
      type: 'organisation.office-taken.v1',
      data: { ...revisore, tenureId: 't-revisore' },
    });
    expect(holding.when(delegate({ office: 'ragioneria', controls: byRole }))).toMatchObject(refused({ step: 's' }));
    expect(holding.when(delegate({ controls: byRole }))).toHaveProperty('events');
  });

  it('given an evaluation of a person, then it is not named', () => {
    const quiet = register.when(take({ controls: controls(underWay(undefined, null)) }));
    expect(quiet).toMatchObject(refused());
    expect(quiet).not.toHaveProperty('facts.approval');
  });

  it('given an account, then what it gives is asked as a tenure is, as long as nothing else is said of its person', () => {
    const own = { person: 'u-friend', office: 'nucleo', roles: ['nucleo'], from: '2023-01-20', to: null };
    const writing = { by: who.segretario, at: AT, offices: people.offices, controls: controls(underWay()) };
    const { state: told } = register;
    expect(() => requireAccountOfOthers({ before: null, after: own }, writing, told)).toThrow(
      'organisation/judges-own',
    );
    expect(() => requireAccountOfOthers({ before: own, after: null }, writing, told)).toThrow(
      'organisation/judges-own',
    );
    const ofOrganisation = { ...own, person: 'u-nucleo' };
    expect(() => requireAccountOfOthers({ before: null, after: ofOrganisation }, writing, told)).not.toThrow();
  });
});

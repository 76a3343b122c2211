import type { RefusalCode } from '../refused.js';
import { eventsOf, given, type Outcome } from '../testing/given.js';
import { segretario } from '../testing/example.js';
import { judgingStill } from './compatible.js';
import type { OrganisationCommand, OrganisationEvent } from './messages.js';
import { organisation } from './organisation.js';

const AT = '2022-06-20T08:00:00.000Z';
const ACT = { kind: 'DS', number: '7', date: '2022-06-01' };
const head = { id: 'u-head', office: 'affari-generali' };

type CommandOf<T extends OrganisationCommand['type']> = Extract<OrganisationCommand, { readonly type: T }>;

const take = (fields: Partial<CommandOf<'organisation.take-office'>> = {}): CommandOf<'organisation.take-office'> => ({
  type: 'organisation.take-office',
  tenureId: 't-1',
  person: 'u-head',
  office: 'affari-generali',
  roles: ['responsabile'],
  from: '2022-01-01',
  to: null,
  act: ACT,
  by: segretario,
  at: AT,
  ...fields,
});
const leave = (fields: Partial<CommandOf<'organisation.leave-office'>> = {}): OrganisationCommand => ({
  type: 'organisation.leave-office',
  tenureId: 't-1',
  to: '2022-06-30',
  act: null,
  by: segretario,
  at: AT,
  ...fields,
});
const delegate = (fields: Partial<CommandOf<'organisation.delegate'>> = {}): OrganisationCommand => ({
  type: 'organisation.delegate',
  delegationId: 'd-1',
  kind: 'sostituzione',
  office: 'affari-generali',
  person: 'u-deputy',
  from: '2022-08-01',
  until: '2022-08-31',
  subjects: null,
  act: null,
  by: head,
  at: AT,
  ...fields,
});
const revoke = (fields: Partial<CommandOf<'organisation.revoke-delegation'>> = {}): OrganisationCommand => ({
  type: 'organisation.revoke-delegation',
  delegationId: 'd-1',
  reason: 'rientro anticipato',
  by: head,
  at: '2022-08-15T08:00:00.000Z',
  ...fields,
});
const takeUp: OrganisationCommand = {
  type: 'organisation.take-up-delegation',
  delegationId: 'd-1',
  by: { id: 'u-deputy', office: head.office },
  at: '2022-08-02T08:00:00.000Z',
};
/** Who holds the office by their account alone. */
const accountOf = (person: string) => ({ person, office: head.office, roles: [], from: '1900-01-01', to: null });
const after = (...commands: readonly OrganisationCommand[]) =>
  given(organisation)(...eventsOf(organisation, ...commands));

const ofNucleo = take({ tenureId: 't-n', person: 'u-oiv', office: 'nucleo', roles: ['nucleo'] });
const ofSegretario = take({ tenureId: 't-s', person: 'u-sg', office: 'segretario', roles: ['segretario'] });
const ofVice = take({ tenureId: 't-v', person: 'u-vice' });
/** Of the Nucleo’s office, not of the Nucleo. */
const ofClerk = take({ tenureId: 't-c', person: 'u-clerk', office: 'nucleo', roles: [] });
const inPlaceOf = (holder: string, office: string, fields: Partial<CommandOf<'organisation.delegate'>> = {}) =>
  delegate({ by: segretario, act: ACT, holder, office, ...fields });
const offices = [
  { id: 'nucleo', function: 'evaluation-body', names: [] },
  { id: 'segretario', function: 'segretario', names: [] },
  { id: 'delegato', function: 'segretario-substitute', names: [] },
] as const;
/** Whoever stands in for the Segretario by office certifies no more than the Segretario. */
const ofDeputy = take({ tenureId: 't-d', person: 'u-deputy', office: 'vicesegretario', roles: ['vicesegretario'] });
/** Another body evaluates now, and the Nucleo what set out before. */
const ofOiv = judgingStill(
  [{ id: 'nucleo', function: null, names: [] }, { ...offices[0], id: 'oiv' }, ...offices.slice(1)],
  ['nucleo'],
);
/** The Segretario's place goes to the Nucleo or the other way round, at one remove or two, whatever is said last. */
const speakingForBoth = [
  // an office is what the body's file says, whatever role is written beside
  after(take({ tenureId: 't-n', office: 'nucleo', roles: [] })).when(
    take({ office: 'segretario', roles: [], offices }),
  ),
  after().when(take({ office: 'nucleo', roles: ['segretario'], offices })),
  after(ofSegretario).when(take({ tenureId: 't-n', person: 'u-sg', office: 'nucleo', roles: [], offices: ofOiv })),
  after(ofClerk).when(take({ person: 'u-clerk', office: 'segretario', roles: [], offices: ofOiv })),
  after(ofSegretario, ofClerk).when(inPlaceOf('u-clerk', 'nucleo', { person: 'u-sg', offices })),
  // a delegation that was given while nobody held the office is of whoever comes to hold it
  after(ofSegretario, delegate({ by: segretario, act: ACT, office: 'nucleo', person: 'u-sg' })).when(ofNucleo),
  after(
    ofSegretario,
    { ...ofNucleo, to: '2022-07-31' },
    delegate({ by: segretario, act: ACT, office: 'nucleo', person: 'u-sg' }),
  ).when(leave({ tenureId: 't-n', to: '2022-08-31' })),
  after(ofNucleo, ofSegretario).when(inPlaceOf('u-sg', 'segretario', { person: 'u-oiv' })),
  after(ofNucleo, ofSegretario).when(inPlaceOf('u-oiv', 'nucleo', { person: 'u-sg' })),
  after(ofSegretario).when(
    inPlaceOf('u-sg', 'segretario', {
      person: 'u-oiv',
      accounts: [{ ...accountOf('u-oiv'), office: 'nucleo', roles: ['nucleo'] }],
    }),
  ),
  after(ofNucleo, ofSegretario, inPlaceOf('u-sg', 'segretario')).when(
    inPlaceOf('u-oiv', 'nucleo', { delegationId: 'd-2', from: '2022-08-31', until: '2022-09-30' }),
  ),
  after(ofSegretario, inPlaceOf('u-sg', 'segretario', { person: 'u-oiv' })).when(ofNucleo),
  after(ofNucleo, inPlaceOf('u-oiv', 'nucleo')).when({ ...ofSegretario, person: 'u-deputy' }),
  after({ ...ofNucleo, to: '2022-07-31' }, ofSegretario, inPlaceOf('u-sg', 'segretario', { person: 'u-oiv' })).when(
    leave({ tenureId: 't-n', to: '2022-08-01' }),
  ),
  // who stands in for the Segretario's stand-in is of the Nucleo
  after(ofNucleo, ofSegretario, ofVice, inPlaceOf('u-sg', 'segretario', { person: 'u-vice' })).when(
    inPlaceOf('u-vice', 'affari-generali', { delegationId: 'd-2', person: 'u-oiv' }),
  ),
  after(ofNucleo, ofSegretario, ofVice, inPlaceOf('u-vice', 'affari-generali', { person: 'u-oiv' })).when(
    inPlaceOf('u-sg', 'segretario', { delegationId: 'd-2', person: 'u-vice' }),
  ),
  after(ofDeputy).when({ ...ofNucleo, person: 'u-deputy' }),
  after(ofNucleo).when({ ...ofDeputy, person: 'u-oiv' }),
  after(ofNucleo).when(take({ person: 'u-oiv', office: 'delegato', roles: [], offices })),
  after(ofDeputy, ofNucleo).when(inPlaceOf('u-oiv', 'nucleo')),
  after(ofDeputy, ofNucleo).when(inPlaceOf('u-deputy', 'vicesegretario', { person: 'u-oiv' })),
  after(ofNucleo).when(
    inPlaceOf('u-oiv', 'nucleo', {
      accounts: [{ ...accountOf('u-deputy'), office: 'vicesegretario', roles: ['vicesegretario'] }],
    }),
  ),
];

describe('the organisation', () => {
  it('given somebody appointed, then who, which office, from when to when, in which quality and by which act', () => {
    expect(after().when(take())).toEqual({
      events: [
        {
          type: 'organisation.office-taken.v1',
          data: {
            tenureId: 't-1',
            person: 'u-head',
            office: 'affari-generali',
            roles: ['responsabile'],
            from: '2022-01-01',
            to: null,
            act: ACT,
          },
        },
      ],
    });
  });

  it('given an office left, then its last day is known, and another may take its place', () => {
    const left = after(take(), leave());
    expect(left.state.tenures.get('t-1')?.to).toBe('2022-06-30');
    expect(left.when(leave({ to: '2022-07-31' }))).toMatchObject({ events: [{ data: { to: '2022-07-31' } }] });
  });

  it('given an office left and taken again, then both are kept', () => {
    const again = after(take(), leave(), take({ tenureId: 't-2', from: '2022-07-01' }));
    expect([...again.state.tenures.values()].map(({ from, to }) => [from, to])).toEqual([
      ['2022-01-01', '2022-06-30'],
      ['2022-07-01', null],
    ]);
  });

  it('given the Segretario’s place and the Nucleo’s at different times, then one may have first the one and then the other', () => {
    const place = inPlaceOf('u-sg', 'segretario', { person: 'u-oiv' });
    const left = { ...ofNucleo, to: '2022-07-31' };
    expect(after(left, ofSegretario).when(place)).toMatchObject({ events: [{ data: { person: 'u-oiv' } }] });
    expect(after(ofSegretario, place).when(left)).toMatchObject({ events: [{ data: { person: 'u-oiv' } }] });
    const ofAccount = { ...accountOf('u-oiv'), office: 'nucleo', roles: ['nucleo'] };
    const become = take({ person: 'u-oiv', office: 'segretario', roles: ['segretario'], accounts: [ofAccount] });
    expect(after().when(become)).toMatchObject({ events: [{ data: { office: 'segretario' } }] });
  });

  it.each([
    [
      'a stand-in’s mandate, which nobody hands on',
      after(ofNucleo, ofSegretario, ofVice, inPlaceOf('u-sg', 'segretario', { person: 'u-vice' })).when(
        inPlaceOf('u-vice', 'affari-generali', { delegationId: 'd-2', kind: 'delega', person: 'u-oiv' }),
      ),
    ],
    [
      'a mandate of one who stands in for nobody that day',
      after(ofNucleo, ofSegretario, inPlaceOf('u-sg', 'segretario')).when(
        inPlaceOf('u-oiv', 'nucleo', { delegationId: 'd-2', from: '2022-09-01', until: '2022-09-30' }),
      ),
    ],
    [
      'a delegation that was revoked before its first day',
      after(
        ofSegretario,
        inPlaceOf('u-sg', 'segretario', { person: 'u-oiv' }),
        revoke({ at: '2022-07-01T08:00:00.000Z' }),
      ).when(ofNucleo),
    ],
    [
      'the place of a colleague who is not of the Nucleo',
      after(ofNucleo, ofSegretario, ofClerk).when(inPlaceOf('u-clerk', 'nucleo', { person: 'u-sg' })),
    ],
    [
      'another member beside that colleague',
      after(ofSegretario, ofClerk, inPlaceOf('u-clerk', 'nucleo', { person: 'u-sg' })).when(ofNucleo),
    ],
    [
      'a stand-in for one thing, a mandate for another, and no link between them',
      after(ofNucleo, ofSegretario, ofVice, inPlaceOf('u-sg', 'segretario')).when(
        inPlaceOf('u-vice', 'affari-generali', { delegationId: 'd-2', person: 'u-oiv' }),
      ),
    ],
  ])('given %s, then nobody speaks for both', (_, outcome) => {
    expect(outcome).toHaveProperty('events');
  });

  it('given a holder who is away, then they name who stands in, without an act', () => {
    expect(after(take()).when(delegate())).toMatchObject({ events: [{ type: 'organisation.delegated.v1' }] });
  });

  it('given a delegation, then it says in whose place: of who gives their own office, or is named, or alone holds it', () => {
    const two = [take(), take({ tenureId: 't-2', person: 'u-colleague' })];
    const byAct = { by: segretario, act: ACT };
    const holderIn = (outcome: Outcome<OrganisationEvent>) => ('events' in outcome ? outcome.events : [outcome]);
    expect(holderIn(after(...two).when(delegate()))).toMatchObject([{ data: { holder: 'u-head' } }]);
    const named = after(...two).when(delegate({ ...byAct, holder: 'u-colleague' }));
    expect(holderIn(named)).toMatchObject([{ data: { holder: 'u-colleague' } }]);
    expect(holderIn(after(take()).when(delegate(byAct)))).toMatchObject([{ data: { holder: 'u-head' } }]);
    expect(holderIn(after().when(delegate(byAct)))).toMatchObject([{ data: { holder: null } }]);
    const byAccount = after().when(delegate({ ...byAct, accounts: [accountOf('u-colleague')] }));
    expect(holderIn(byAccount)).toMatchObject([{ data: { holder: 'u-colleague' } }]);
  });

  it('given a delegate of one of several, then a colleague may have the same one too', () => {
    const two = [take(), take({ tenureId: 't-2', person: 'u-colleague' }), delegate()];
    const colleague = { id: 'u-colleague', office: head.office };
    expect(after(...two).when(delegate({ delegationId: 'd-2', by: colleague }))).toHaveProperty('events');
    expect(after(...two).when(delegate({ delegationId: 'd-2' }))).toMatchObject({
      refusal: 'organisation/already-delegated',
    });
  });

  it('given what others than whoever received it record, act or no act, then nobody has taken it up, until they act by it', () => {
    const byAct = delegate({ by: segretario, act: ACT });
    const byDelegate = delegate({ by: { id: 'u-deputy', office: 'segretario' }, act: ACT });
    const [own, cited, said, theirs] = [delegate(), delegate({ act: ACT }), byAct, byDelegate].map(
      (command) => after(take(), command).state.delegations.get('d-1')?.takenUp,
    );
    expect([own, cited, said, theirs]).toEqual([false, false, false, undefined]);
    // nor does it help to say so as another office
    const asOther = delegate({ by: { id: head.id, office: 'tributi' }, holder: head.id, act: ACT });
    expect(after(take(), asOther).state.delegations.get('d-1')?.takenUp).toBe(false);
    const used = after(take(), delegate(), takeUp);
    expect(used.state.delegations.get('d-1')?.takenUp).toBe(true);
    expect(used.when(takeUp)).toEqual({ events: [] });
    expect(after(take(), byDelegate).when(takeUp)).toEqual({ events: [] });
  });

  it('given a tenure of oneself, then it begins and ends by an act alone, and that of another who judges nobody also without', () => {
    const own = { by: { id: 'u-head', office: 'segretario-generale' } };
    const missing = { refusal: 'organisation/act-missing', facts: { ownOffice: head.office } };
    expect(after().when(take({ act: null }))).toHaveProperty('events');
    expect(after().when(take({ ...own, act: null }))).toEqual(missing);
    expect(after().when(take(own))).toHaveProperty('events');
    expect(after(take()).when(leave())).toHaveProperty('events');
    expect(after(take()).when(leave(own))).toEqual(missing);
    expect(after(take()).when(leave({ ...own, act: ACT }))).toHaveProperty('events');
  });

  it.each([
    ['evaluation-body', 'nucleo'],
    ['political-body', 'giunta'],
    ['segretario-substitute', 'vicesegretario'],
  ] as const)('given who is of an office that judges (%s), or has its role, then by an act alone', (its, role) => {
    const offices = [{ id: 'organo', function: its, names: [] }];
    const missing = (office: string) => ({ refusal: 'organisation/act-missing', facts: { judging: office } });
    const ofIt = { office: 'organo', roles: [], offices };
    expect(after().when(take({ ...ofIt, act: null }))).toEqual(missing('organo'));
    expect(after().when(take({ roles: [role], act: null }))).toEqual(missing(head.office));
    expect(after().when(take(ofIt))).toHaveProperty('events');
    expect(after(take(ofIt)).when(leave({ offices }))).toEqual(missing('organo'));
    expect(after(take({ roles: [role] })).when(leave())).toEqual(missing(head.office));
    expect(after(take(ofIt)).when(leave({ offices, act: ACT }))).toHaveProperty('events');
  });

  it('given a day that is over, then nobody delegates as of it by themselves, and by an act not from before the act', () => {
    expect(after(take()).when(delegate({ from: '2022-06-19' }))).toEqual({
      refusal: 'organisation/act-missing',
      facts: { office: head.office, from: '2022-06-19' },
    });
    expect(after(take()).when(delegate({ from: '2022-06-20' }))).toHaveProperty('events');
    expect(after(take()).when(delegate({ act: ACT, from: '2022-05-31' }))).toMatchObject({
      refusal: 'value/before-its-fact',
      facts: { field: 'from', needs: 'act', value: '2022-05-31', min: '2022-06-01' },
    });
    expect(after(take()).when(delegate({ act: ACT, from: '2022-06-01' }))).toHaveProperty('events');
  });

  it('given a delegation for some matters, then the same person may have another one for others, and none for the same', () => {
    const narrow = after(take(), delegate({ subjects: ['plan', 'variation'] }));
    const more = (subjects: CommandOf<'organisation.delegate'>['subjects']) =>
      narrow.when(delegate({ delegationId: 'd-2', subjects }));
    expect(more(['rendicontazione'])).toHaveProperty('events');
    for (const same of [more(['rendicontazione', 'plan']), more(null)]) {
      expect(same).toMatchObject({ refusal: 'organisation/already-delegated' });
    }
  });

  it('given a delegation revoked, then it ends before the day of the revocation', () => {
    expect(after(take(), delegate(), revoke()).state.delegations.get('d-1')?.until).toBe('2022-08-14');
  });

  it('given a delegation revoked before it began, then it never stood, and may be given anew', () => {
    const revoked = after(take(), delegate(), revoke({ at: AT }));
    expect(revoked.state.delegations.get('d-1')).toMatchObject({ from: '2022-08-01', until: '2022-06-19' });
    expect(revoked.when(delegate({ delegationId: 'd-2' }))).toMatchObject({ events: [{}] });
  });

  it('given an event newer than this code, or about what is not there, when replayed, then the state stays', () => {
    const newer: OrganisationEvent = JSON.parse('{"type":"organisation.merged.v1","data":{}}');
    const { state } = after(take());
    expect(organisation.evolve(state, newer)).toBe(state);
    const ends = [leave(), revoke(), takeUp].flatMap((end) =>
      eventsOf(organisation, take(), delegate(), end).slice(-1),
    );
    for (const end of ends) expect(organisation.evolve(organisation.initial, end)).toBe(organisation.initial);
  });

  // judges-own.spec.ts has what is asked of who is judged, annulling.spec.ts of what was done by a tenure
  type Elsewhere = 'organisation/judges-own' | 'organisation/tenure-acted-by';
  type OfRegister = Exclude<Extract<RefusalCode, `organisation/${string}`>, Elsewhere>;
  const refusals: Record<OfRegister, readonly Outcome<OrganisationEvent>[]> = {
    'organisation/already-holds': [
      after(take()).when(take({ tenureId: 't-2', from: '2022-12-31' })),
      after(take({ to: '2022-06-30' }), take({ tenureId: 't-2', from: '2022-07-01' })).when(
        leave({ to: '2022-07-01' }),
      ),
    ],
    'organisation/unknown-tenure': [after().when(leave())],
    'organisation/already-left': [after(take(), leave()).when(leave())],
    'organisation/incompatible': [
      after(take({ roles: ['segretario'] })).when(take({ tenureId: 't-2', office: 'nucleo', roles: ['nucleo'] })),
      after().when(take({ roles: ['nucleo', 'rpct'] })),
      after().when(take({ roles: ['nucleo', 'vicesegretario'] })),
      after(take({ roles: ['giunta'] })).when(take({ tenureId: 't-2', office: 'nucleo', roles: ['nucleo'] })),
      after(take({ roles: ['segretario'] })).when(take({ tenureId: 't-2', office: 'giunta', roles: ['giunta'] })),
      ...speakingForBoth,
    ],
    'organisation/unknown-role': ['responsabil', 'mago', 'Nucleo', 'amministratore', ''].map((role) =>
      after().when(take({ roles: ['rpct', role] })),
    ),
    'organisation/act-missing': [
      after().when(take({ by: { id: 'u-head', office: 'giunta' }, act: null })),
      after(take({ roles: ['nucleo'] })).when(leave()),
      after(take()).when(delegate({ by: segretario })),
      after(take(), take({ tenureId: 't-2', person: 'u-colleague' })).when(delegate({ holder: 'u-colleague' })),
    ],
    'organisation/delegate-holds-it': [
      after(take()).when(delegate({ person: 'u-head' })),
      after().when(delegate({ person: head.id })),
      after().when(delegate({ person: 'u-other', accounts: [accountOf('u-other')] })),
    ],
    'organisation/holder-missing': [
      after(take(), take({ tenureId: 't-2', person: 'u-colleague' })).when(delegate({ by: segretario, act: ACT })),
      after(take()).when(delegate({ by: segretario, act: ACT, accounts: [accountOf('u-colleague')] })),
    ],
    'organisation/not-its-holder': [
      after(take()).when(delegate({ by: segretario, act: ACT, holder: 'u-colleague' })),
      after(take({ to: '2022-07-31' })).when(delegate({ by: segretario, act: ACT, holder: 'u-head' })),
    ],
    'organisation/already-delegated': [
      after(take(), delegate()).when(delegate({ delegationId: 'd-2', from: '2022-08-31', until: '2022-09-10' })),
    ],
    'organisation/delegation-too-long': [after(take()).when(delegate({ from: '2022-07-01', until: '2023-07-02' }))],
    'organisation/unknown-delegation': [after().when(revoke()), after().when(takeUp)],
    'organisation/delegation-over': [after(take(), delegate()).when(revoke({ at: '2022-09-01T08:00:00.000Z' }))],
  };
  it.each(Object.entries(refusals))('given a reason for %s, when commanded, then it is refused', (code, outcomes) => {
    expect(outcomes).toEqual(outcomes.map(() => expect.objectContaining({ refusal: code })));
  });

  it('given a role that nobody knows, then the refusal names those that are known, and the one that may be meant', () => {
    const known = 'segretario, vicesegretario, responsabile, nucleo, giunta, personale, revisore, rpct';
    expect(after().when(take({ roles: ['responsable'] }))).toMatchObject({
      refusal: 'organisation/unknown-role',
      facts: { field: 'roles', written: 'responsable', known, meant: 'responsabile' },
    });
    expect(after().when(take({ roles: ['mago'] }))).toMatchObject({
      facts: { field: 'roles', written: 'mago', known },
    });
  });

  it('given a role that an old log has and nobody knows, then the tenure is held all the same', () => {
    const [taken] = eventsOf(organisation, take());
    const old = { ...taken, data: { ...taken?.data, roles: ['autista'] } } as OrganisationEvent;
    expect(given(organisation)(old).state.tenures.get('t-1')).toMatchObject({ roles: ['autista'] });
  });

  it.each<[RefusalCode, Outcome<OrganisationEvent>]>([
    ['value/text-missing', after().when(take({ person: ' ' }))],
    ['value/text-missing', after().when(take({ office: '' }))],
    ['value/text-missing', after().when(take({ tenureId: '' }))],
    ['value/text-missing', after(take(), delegate()).when(revoke({ reason: ' ' }))],
    ['value/text-missing', after(take()).when(delegate({ subjects: [] }))],
    ['value/text-missing', after(take()).when(delegate({ person: '' }))],
    ['value/text-missing', after(take()).when(delegate({ office: '' }))],
    ['value/text-missing', after(take()).when(delegate({ delegationId: '' }))],
    ['value/not-unique', after().when(take({ roles: ['rpct', 'rpct'] }))],
    ['value/not-unique', after(take()).when(take({ person: 'u-other' }))],
    ['value/not-unique', after(take(), delegate()).when(delegate({ from: '2022-10-01', until: '2022-10-02' }))],
    ['value/not-a-date', after().when(take({ from: '2022-02-29' }))],
    ['value/not-a-date', after().when(take({ to: '2022-02-29' }))],
    ['value/not-a-date', after().when(delegate({ from: 'x' }))],
    ['value/not-a-date', after().when(delegate({ until: 'x' }))],
    ['value/out-of-range', after().when(take({ to: '2021-12-31' }))],
    ['value/out-of-range', after(take()).when(leave({ to: '2021-12-31' }))],
    ['value/out-of-range', after().when(delegate({ until: '2022-07-31' }))],
    ['act/dated-in-future', after().when(take({ act: { ...ACT, date: '2022-06-21' } }))],
    ['act/dated-in-future', after(take()).when(leave({ act: { ...ACT, date: '2022-06-21' } }))],
    ['act/dated-in-future', after().when(delegate({ act: { ...ACT, date: '2022-06-21' } }))],
  ])('given a fault in what is said, then %s', (code, outcome) => {
    expect(outcome).toMatchObject({ refusal: code });
  });
});

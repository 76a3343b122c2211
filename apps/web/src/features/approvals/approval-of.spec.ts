import { approvalIdOf, placeOfSubject, placeToIntegrate, standingOf, type ApprovalWaiting } from './approval-of.js';

const waiting: ApprovalWaiting = {
  step: 'certificazione',
  name: { it: 'Certificazione', en: 'Certification' },
  since: '2022-09-01T08:00:00.000Z',
  until: null,
  overdue: false,
  next: null,
  who: [{ office: 'oiv', persons: ['ada', 'bea'], decides: true }],
  seats: [{ office: 'oiv', decides: false }],
  votes: [
    {
      person: 'carla',
      office: 'oiv',
      onBehalfOf: null,
      outcome: 'approve',
      note: '',
      act: null,
      at: '2022-09-02T08:00:00.000Z',
    },
  ],
  claims: [],
  reroutedFrom: null,
  rule: null,
  stuck: null,
};

describe('an approval on the page', () => {
  it('is called by what it is of, with the share where it has one', () => {
    expect(approvalIdOf('objective', '2022-7.2.1', 'rendicontazione', '7.2.1-urbanistica')).toBe(
      'objective~2022-7.2.1~rendicontazione~7.2.1-urbanistica',
    );
    expect(approvalIdOf('plan', '2022', 'plan')).toBe('plan~2022~plan');
  });

  it.each([
    ['objective', 'rendicontazione', '2022-7.2.1', '/objectives/2022-7.2.1'],
    ['objective', 'objective', '2022-9.1.1', null],
    ['plan', 'plan', '2022', '/plans/2022'],
    ['variation', 'variation', '2022-1', '/variations/2022-1'],
    ['something-newer', 'plan', 'x', null],
  ] as const)('given one of kind %s of a %s, leads to what is approved', (kind, subject, streamId, place) => {
    expect(placeOfSubject({ kind, subject, streamId })).toBe(place);
  });

  it('given that it came back, leads to where it is handed in again: of a justification for its deadline', () => {
    const streamId = '2022-7.2.1';
    const deadline = { deadlineId: 'd1', instance: '2022-10-31', dueOn: '2022-10-31', text: '' };
    const ofShare = { kind: 'objective', streamId, shareId: '7.2.1-urbanistica', deadline: null } as const;
    expect(placeToIntegrate({ ...ofShare, subject: 'justification', deadline })).toBe(
      '/objectives/2022-7.2.1/shares/7.2.1-urbanistica/justification?deadline=d1&instance=2022-10-31',
    );
    expect(placeToIntegrate({ ...ofShare, subject: 'rendicontazione' })).toBe(
      '/objectives/2022-7.2.1/shares/7.2.1-urbanistica/rendicontazione',
    );
    expect(placeToIntegrate({ kind: 'objective', subject: 'objective', streamId, shareId: null, deadline: null })).toBe(
      '/objectives/2022-7.2.1/proposal',
    );
  });

  it.each([
    ['ada', 'may'],
    ['carla', 'spoken'],
    ['dora', 'not-theirs'],
  ])('tells %s what they can do', (person, standing) => {
    expect(standingOf({ waiting }, person)).toBe(standing);
    expect(standingOf({ waiting: null }, person)).toBe('not-theirs');
  });
});

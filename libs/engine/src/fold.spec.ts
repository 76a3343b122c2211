import { organisation } from '#domain';
import type { RecordedEvent } from '#event-store';
import { empty, fold } from './fold.js';

/** As 0.1.0 wrote it: the data do not say who gave it. */
const delegated = (office: string, onBehalfOf: string | null = null): RecordedEvent => ({
  stream: 'organisation-demo_offices',
  type: 'organisation.delegated.v1',
  data: {
    delegationId: 'd-1',
    kind: 'delega',
    office: 'nucleo',
    person: 'u-x',
    from: '2022-08-01',
    until: '2022-08-31',
    subjects: null,
    act: null,
  },
  revision: 0,
  position: 0n,
  id: '0b0e2c3a-6f0f-4a53-9c53-000000000001',
  createdAt: '2022-07-01T08:00:00.000Z',
  metadata: { actor: { id: 'u-nucleo-2', office }, onBehalfOf, commandId: 'c-1' },
});
const holderIn = (event: RecordedEvent) =>
  fold(organisation, empty(organisation.initial), [event]).state.delegations.get('d-1')?.holder;

describe('a delegation of an older log', () => {
  it('given whoever wrote it as the office itself, then they gave it: it is in their place', () => {
    expect(holderIn(delegated('nucleo'))).toBe('u-nucleo-2');
  });

  it('given that somebody else wrote it, or in another’s place, then nobody can tell whose it is', () => {
    expect(holderIn(delegated('segretario'))).toBeUndefined();
    expect(holderIn(delegated('nucleo', 'u-nucleo'))).toBeUndefined();
  });
});

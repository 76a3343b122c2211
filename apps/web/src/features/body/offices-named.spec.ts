import { officesMissing, officesNamed } from './offices-named.js';

const definition = {
  offices: [{ id: 'segretario-comunale', function: 'segretario', names: [] }],
  objective: { transitions: [{ verb: 'suspend', who: [{ office: 'consiglio' }, { relation: 'assignee' }] }] },
  chains: {
    plan: {
      steps: [
        { id: 'parere', who: [{ office: 'segretario-comunale' }], substitute: { office: 'vice' } },
        {
          id: 'delibera',
          who: [{ office: 'consiglio' }],
          substitute: null,
          onTimeout: [{ to: [{ office: 'sindaco' }] }],
        },
      ],
    },
  },
};

describe('the offices that the workflow in force needs', () => {
  it('given a definition, then each that it names anywhere, once', () => {
    expect(officesNamed(definition)).toEqual(['segretario-comunale', 'consiglio', 'vice', 'sindaco']);
  });

  it('given the offices of a body, then those that it has not', () => {
    expect(officesMissing(definition, [{ id: 'vice' }, { id: 'area-tecnica' }])).toEqual([
      'segretario-comunale',
      'consiglio',
      'sindaco',
    ]);
  });
});

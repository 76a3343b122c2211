import { requireMayAnswer, type Answering } from './may-answer.js';

const offices = [
  { id: 'oiv', function: 'evaluation-body', names: ['Nucleo di Valutazione', 'OIV'] },
  { id: 'giunta', function: 'political-body', names: ['Giunta comunale'] },
] as const;
const answering = (office: string, name?: string) => () => {
  const others: Answering = { share: '6.1.1-anagrafe', office: 'anagrafe', name: 'Anagrafe' };
  requireMayAnswer([others, { share: '6.1.1-x', office, name }], offices);
};

describe('who answers for a share', () => {
  it.each([
    ['oiv', undefined],
    ['oiv', 'Ufficio studi'],
    ['area-9', 'Nucleo di Valutazione'],
    ['area-9', 'oiv'],
    ['area-9', '  NUCLEO di valutazione '],
  ])('given the office that evaluates (%s, %s), then it is refused, whatever the plan calls it', (office, name) => {
    expect(answering(office, name)).toThrow(
      expect.objectContaining({ code: 'objective/office-evaluates', facts: { share: '6.1.1-x', office } }),
    );
  });

  it.each([
    ['giunta', undefined],
    ['area-9', 'Giunta Comunale'],
  ])('given the political body (%s, %s), then it is refused, whatever the plan calls it', (office, name) => {
    expect(answering(office, name)).toThrow(
      expect.objectContaining({ code: 'objective/office-decides', facts: { share: '6.1.1-x', office } }),
    );
  });

  it.each([
    ['area-9', undefined],
    ['area-9', 'Valutazione'],
  ])('given any other (%s, %s), then nothing stands in the way', (office, name) => {
    expect(answering(office, name)).not.toThrow();
  });
});

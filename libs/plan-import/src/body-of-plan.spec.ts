import { writtenPlan } from '../../../test/support/written-plan.js';
import { readPlan } from './read-plan.js';

const ofBody = (named: string) => writtenPlan.replace('COMUNE DI PROVA', named);
const bodyOf = (text: string, body?: string) => readPlan(text, body === undefined ? {} : { body }).document?.body;

describe('the body of a plan', () => {
  it('given a plan that names it, then that, whatever the instance is called', () => {
    expect(bodyOf(writtenPlan, 'Comunità di Valgrande')).toMatch(/^comune di /i);
  });

  it('given a name that is of no kind of body the reading knows, then what the instance is called; given neither, that nobody says', () => {
    const text = ofBody('# Comunità di Valgrande');
    expect(bodyOf(text, 'Comunità di Valgrande')).toBe('Comunità di Valgrande');
    expect(bodyOf(text)).toBe('Ente non indicato');
  });
});

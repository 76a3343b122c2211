import { permissions } from '#auth';
import { actionNames, whoCould } from '#contract';

describe('telling who could', () => {
  it('given an action and the roles that allow it, then both have names in the language', () => {
    const facts = { action: 'plan.approve', roles: 'segretario, giunta' };
    expect(whoCould('it', facts)).toEqual({
      what: 'registrare l’approvazione di un piano',
      who: 'segretario generale o giunta',
    });
    expect(whoCould('en', facts)).toMatchObject({ who: 'secretary general or executive board (Giunta)' });
  });

  it('given offices beside roles, then each is told by its name, once', () => {
    const facts = { action: 'premium.liquidate', roles: 'personale', offices: 'ragioneria, personale' };
    const nameOf = (office: string) => ({ ragioneria: 'Ragioneria comunale' })[office];
    expect(whoCould('it', facts, nameOf)).toMatchObject({ who: 'ufficio personale o Ragioneria comunale' });
  });

  it('given a role by whose name the body has an office, then it is told as the body calls that', () => {
    const facts = { action: 'premium.compute', roles: 'personale' };
    const nameOf = (office: string) => ({ personale: 'Servizio personale' })[office];
    expect(whoCould('it', facts, nameOf)).toMatchObject({ who: 'Servizio personale' });
  });

  it.each([...new Set(Object.values(permissions).flat())])('given %s, then it has a name', (action) => {
    expect(actionNames[action]).toMatchObject({ it: expect.any(String), en: expect.any(String) });
  });
});

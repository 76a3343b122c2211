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

  it.each([...new Set(Object.values(permissions).flat())])('given %s, then it has a name', (action) => {
    expect(actionNames[action]).toMatchObject({ it: expect.any(String), en: expect.any(String) });
  });
});

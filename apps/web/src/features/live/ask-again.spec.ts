import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { askAgain } from './ask-again.js';

/** A question on the screen; each answer waits until it is given. */
function onScreen(queries: QueryClient, key: string) {
  const waiting: ((answer: string) => void)[] = [];
  const asked = () => waiting.length;
  const observer = new QueryObserver(queries, {
    queryKey: [key],
    queryFn: () => new Promise<string>((answer) => waiting.push(answer)),
  });
  const leave = observer.subscribe(() => undefined);
  const shown = () => observer.getCurrentResult().data;
  const answer = async (text: string) => {
    waiting.at(-1)?.(text);
    await new Promise(setImmediate); // the answer, and what is asked because of it, are on their way
  };
  return { asked, answer, shown, leave };
}

describe('what a change makes old is asked again', () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  afterEach(() => queries.clear());

  it('given a first answer still on its way, which may be of before the change, then once more when it has come', async () => {
    const share = onScreen(queries, 'share');
    askAgain(queries);
    await share.answer('in progress');
    expect(share.asked()).toBe(2);
    await share.answer('submitted');
    expect([share.asked(), share.shown()]).toEqual([2, 'submitted']);
    share.leave();
  });

  it('given many changes before it is answered, then it is asked once more, and never broken off', async () => {
    const share = onScreen(queries, 'share');
    await share.answer('assigned');
    askAgain(queries);
    askAgain(queries);
    askAgain(queries);
    expect(share.asked()).toBe(2);
    await share.answer('in progress');
    expect([share.asked(), share.shown()]).toEqual([3, 'in progress']);
    await share.answer('submitted');
    expect([share.asked(), share.shown()]).toEqual([3, 'submitted']);
    share.leave();
  });

  it('given a change of something else, then it is not asked again', async () => {
    const share = onScreen(queries, 'share');
    await share.answer('assigned');
    askAgain(queries, ([name]) => name === 'inbox');
    expect(share.asked()).toBe(1);
    share.leave();
  });
});

import type { Source } from './standard.js';
import { isIndexed, STANDARD } from './standard.js';

function source(stream: string, revision: number, type = 'fatto.v1', metadata = ''): Source {
  return { id: '', stream, revision, type, metadata: () => metadata };
}

const link = (stream: string, text: string) => ({ stream, type: '$>', text });

describe('where the standard projections note an event', () => {
  it.each<[string, Source, object | undefined]>([
    ['$by_category', source('piano-2022-a', 3), link('$ce-piano', '3@piano-2022-a')],
    ['$by_category', source('piano', 3), undefined],
    ['$by_category', source('-piano', 3), undefined],
    ['$by_category', source('$user-rosa', 0), undefined],
    ['$by_category', source('$$piano-2022', 0), undefined],
    ['$by_event_type', source('piano', 3), link('$et-fatto.v1', '3@piano')],
    ['$by_event_type', source('$user-rosa', 0, '$UserCreated'), link('$et-$UserCreated', '0@$user-rosa')],
    ['$by_correlation_id', source('piano', 3, 't', '{"$correlationId":"x"}'), link('$bc-x', '3@piano')],
    ['$by_correlation_id', source('piano', 3, 't', '{"$correlationId":7}'), undefined],
    ['$by_correlation_id', source('piano', 3, 't', '"$correlationId"'), undefined],
    ['$by_correlation_id', source('piano', 3, 't', '"$correlationId'), undefined],
    ['$by_correlation_id', source('piano', 3), undefined],
    ['$streams', source('piano', 0), link('$streams', '0@piano')],
    ['$streams', source('piano', 1), undefined],
    ['$streams', source('$$piano', 0), undefined],
    ['$stream_by_category', source('piano-2022', 0), { stream: '$category-piano', type: '$@', text: 'piano-2022' }],
    ['$stream_by_category', source('piano-2022', 1), undefined],
  ])('%s: %j', (name, event, note) => {
    expect(STANDARD[name]?.(event)).toEqual(note);
  });

  it('what they have written themselves is not noted again', () => {
    expect(isIndexed(source('$ce-piano', 0, '$>'))).toBe(false);
    expect(isIndexed(source('$category-piano', 0, '$@'))).toBe(false);
    expect(isIndexed(source('$projections-$streams-checkpoint', 0, '$ProjectionCheckpoint'))).toBe(false);
    expect(isIndexed(source('$persistentsubscription-$all::g-checkpoint', 0, '$SubscriptionCheckpoint'))).toBe(false);
    expect(isIndexed(source('piano', 0))).toBe(true);
  });
});

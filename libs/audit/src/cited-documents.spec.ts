import { memoryStore } from '#event-store/testing';
import { citedDocuments } from './cited-documents.js';

const hash = (digit: string) => digit.repeat(64);
const event = (id: number, data: object) => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  type: 'objective.progress-reported.v1',
  data: data as never,
  metadata: {},
});

describe('the documents that events cite', () => {
  it('given evidence, a plan’s file and another body’s, then each of this body is told once, with its first stream', async () => {
    const store = memoryStore();
    const evidence = [
      { name: 'a.pdf', sha256: hash('a') },
      { name: 'b.pdf', sha256: hash('b') },
    ];
    await store.append('plan-prova_2022', [event(1, { document: { origin: { sha256: hash('c') } } })], 'no-stream');
    await store.append('objective-prova_2022-1', [event(2, { evidence })], 'no-stream');
    await store.append('objective-prova_2022-2', [event(3, { evidence, sha256: 'no hash' })], 'no-stream');
    await store.append('objective-altro_2022-1', [event(4, { evidence: [{ sha256: hash('d') }] })], 'no-stream');
    expect([...(await citedDocuments(store, 'prova'))]).toEqual([
      [hash('c'), 'plan-prova_2022'],
      [hash('a'), 'objective-prova_2022-1'],
      [hash('b'), 'objective-prova_2022-1'],
    ]);
  });
});

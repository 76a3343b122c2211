import { createEngine, type Clock } from '#engine';
import { memoryStore } from '#event-store/testing';
import { readWorkflowFile, WorkflowInvalid } from './read-workflow-file.js';
import { openWorkflow } from './workflow-in-force.js';

const clock: Clock = { now: () => '2022-05-20T08:00:00.000Z' };
const shipped = readWorkflowFile('apps/api/workflows/comune.yaml');
const otherwise = { ...shipped, name: { it: 'Comune di prima', en: 'Town of before' } };

describe('the workflow in force at a start', () => {
  const engine = () => createEngine({ store: memoryStore(), body: 'prova' });
  const after = async (file: typeof shipped, told: string[] | null = null) => {
    const log = engine();
    const before = await openWorkflow({ file, engine: log, clock, body: 'prova' });
    await before.publishOwn();
    const onPublishedOtherwise = told === null ? {} : { onPublishedOtherwise: (why: string) => void told.push(why) };
    const open = () => openWorkflow({ file: shipped, engine: log, clock, body: 'prova', ...onPublishedOtherwise });
    const versions = async () => (await log.load('workflow', shipped.id))?.state.versions ?? [];
    return { open, versions };
  };

  it('given a log that has an earlier version, when the program brings a later one, then that is published and in force', async () => {
    const told: string[] = [];
    const { open, versions } = await after({ ...otherwise, version: shipped.version - 1 }, told);
    const workflow = await open();
    await workflow.publishOwn();
    expect(workflow.definition).toBe(shipped);
    expect((await versions()).map(({ version }) => version)).toEqual([shipped.version - 1, shipped.version]);
    expect(told).toEqual([]);
  });

  it.each([shipped.version, shipped.version + 1])(
    'given a log whose version %i says otherwise than the file of the program, then that stays in force and it is told what to do',
    async (version) => {
      const told: string[] = [];
      const { open, versions } = await after({ ...otherwise, version }, told);
      const workflow = await open();
      await workflow.publishOwn();
      expect(workflow.definition).toEqual({ ...otherwise, version });
      expect(await versions()).toHaveLength(1);
      expect(told).toEqual([
        expect.stringMatching(
          new RegExp(
            `version ${shipped.version}, says otherwise .* its version ${version} stays .* give it a version above ${version}`,
          ),
        ),
      ]);
    },
  );

  it('given the body’s own file, when it says otherwise than what was published, then nothing starts', async () => {
    const { open } = await after(otherwise);
    await expect(open()).rejects.toThrow(WorkflowInvalid);
  });
});

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from '#logging';
import { v5 as uuidv5 } from 'uuid';
import { openAuth } from '#auth';
import { romeDayOf, type WorkflowDefinition } from '#domain';
import { carryingOn, createEngine, simulatedClock, systemClock } from '#engine';
import { eventStoreDb } from '#event-store';
import { openDatabase, openPool, type AuthTables, type ReadTables } from '#postgres';
import { answering, stillEvaluating } from '#read-model';
import { deliverNotes } from './accounts/deliver-notes.js';
import type { ApiConfig } from './config.js';
import { keepSwept } from './documents/keep-swept.js';
import { missingScanner } from './documents/missing-scanner.js';
import { openDocuments } from './documents/open-documents.js';
import { openScanner } from './documents/scan.js';
import { openStaff } from './organisation/staff.js';
import { leaveOperatorToken } from './operator-token.js';
import type { ApiClock } from './parts.js';
import { PROJECT_ROOT } from './project-root.js';
import { serve, type Served } from './serve.js';
import { readWorkflowFile } from './workflow/read-workflow-file.js';
import { openWorkflow } from './workflow/workflow-in-force.js';

const WORKFLOW_FILE = join(PROJECT_ROOT, 'apps', 'api', 'workflows', 'comune.yaml');

/** Queries that wait for a position share one of them. */
const CONNECTIONS = 10;

/**
 * Opens everything the API is made of and serves it.
 *
 * @throws WorkflowInvalid, or whatever a part says that cannot be reached; nothing is left open then
 */
export async function runApi(config: ApiConfig, logger: Logger): Promise<Served> {
  const file = readWorkflowFile(config.workflow ?? WORKFLOW_FILE);
  const opened: (() => Promise<unknown>)[] = [];
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= closeAll(opened));
  try {
    const pool = openPool(config.databaseUrl, { max: CONNECTIONS });
    opened.push(() => pool.end());
    const db = openDatabase<ReadTables>(pool);
    const store = eventStoreDb(config.eventStoreUrl);
    opened.push(() => store.close());
    const clock = await openClock(config, store, opened);
    const engine = carryingOn({
      engine: createEngine({ store, body: config.body }),
      store,
      body: config.body,
      clock,
      onTrouble: (error) => logger.warn({ error }, 'consequences of a command are left to the worker'),
    });
    const workflow = await openWorkflow({
      file,
      engine,
      clock,
      body: config.body,
      // the body's own file is its own to put right; of ours it is told
      ...(config.workflow === undefined && { onPublishedOtherwise: (why) => logger.warn(why) }),
    });
    // a simulated time that nobody has set is no day to publish on: it is done once it is set
    if (clock.isSet()) await workflow.publishOwn();
    const scanner = openScanner(config.scanCommand);
    const absent = await missingScanner(config.scanCommand);
    if (absent !== null)
      logger.error({ program: absent }, 'the virus scanner is not there or cannot be run: no document can be added');
    const documents = await openDocuments({
      folder: config.data,
      limitBytes: config.documentLimitBytes,
      logger,
      // absent, nothing is read again after a scan that there is not
      ...(config.scanCommand !== undefined && { scan: scanner.scan }),
    });
    const endSweeping = keepSwept({ documents, store, body: config.body, logger });
    opened.push(endSweeping);
    let onNoted: () => void = () => undefined;
    const auth = await openAuth({
      db: openDatabase<AuthTables>(pool),
      now: Date.now,
      at: () => clock.now(),
      newId: accountIds(config),
      context: [config.body, 'traguardo'],
      onNoted: () => onNoted(),
    });
    const delivery = deliverNotes({ auth, engine, logger, timePasses: config.clock === 'system' });
    opened.push(() => delivery.stop());
    const staff = openStaff({
      auth,
      engine,
      store,
      body: config.body,
      simulated: config.clock === 'simulated',
      definition: () => workflow.definition,
      answering: () => answering(db, romeDayOf(clock.now())),
      // before the worker has made the tables: whoever evaluates by any version
      stillEvaluating: (offices) => stillEvaluating(db, offices).catch(() => evaluatingByAny(workflow.versions)),
    });
    opened.push(() => staff.close());
    onNoted = () => {
      staff.accountsChanged();
      delivery.wake();
    };
    const reading = { pool, db };
    const token = await leaveOperatorToken(auth, config.data, Date.now());
    const served = await serve({
      config,
      store,
      engine,
      clock,
      auth,
      workflow,
      staff,
      documents,
      reading,
      logger,
    });
    opened.push(() => served.stop());
    // before the requests that wait for it
    opened.push(async () => scanner.stop());
    logger.info({ url: served.url, body: config.body, operatorToken: token }, 'api ready');
    return { url: served.url, stop: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Any fixed UUID: names the accounts of bodies whose time is simulated. */
const SIMULATED = 'd2a4c1b6-7a52-5f0d-8c0b-3f6b1b6f0e51';

/** Ids stand in events, and a year that is simulated twice must write the same ones; a real body's tell nothing. */
function accountIds({ clock, body }: ApiConfig): (user: string) => string {
  return clock === 'simulated' ? (user) => uuidv5(`${body}\n${user}`, SIMULATED) : () => randomUUID();
}

async function openClock(
  { clock: mode, body }: ApiConfig,
  store: Parameters<typeof simulatedClock>[0],
  opened: (() => Promise<unknown>)[],
): Promise<ApiClock> {
  if (mode === 'system') return { ...systemClock, mode, observe: () => undefined, isSet: () => true };
  const clock = await simulatedClock(store, body);
  opened.push(() => clock.close());
  return { ...clock, mode };
}

function evaluatingByAny(versions: readonly WorkflowDefinition[]): readonly string[] {
  const evaluating = versions.flatMap(({ offices }) => offices.filter((one) => one.function === 'evaluation-body'));
  return [...new Set(evaluating.map(({ id }) => id))];
}

/** The last that was opened first. */
async function closeAll(opened: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const close of opened.toReversed()) await close();
}

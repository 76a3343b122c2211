import type { Logger } from '#logging';
import type { Auth } from '#auth';
import type { Clock, Engine } from '#engine';
import type { EventStore } from '#event-store';
import type { openDatabase, Pool, ReadTables } from '#postgres';
import type { ApiConfig } from './config.js';
import type { Documents } from './documents/open-documents.js';
import type { WorkflowInForce } from './workflow/workflow-in-force.js';
import type { StaffRegister } from './organisation/staff.js';

/** What the API is assembled of. */
export interface Parts {
  readonly config: ApiConfig;
  readonly store: EventStore;
  readonly engine: Engine;
  readonly clock: ApiClock;
  readonly auth: Auth;
  readonly workflow: WorkflowInForce;
  readonly staff: StaffRegister;
  readonly documents: Documents;
  readonly reading: Reading;
  readonly logger: Logger;
}

/** Time, and taking note of a new one where it is simulated. */
export interface ApiClock extends Clock {
  readonly mode: 'system' | 'simulated';
  observe(now: string): void;
  /** Whether it is a day at all; a simulated time is, once somebody has set it. */
  isSet(): boolean;
}

/** The read side. */
export interface Reading {
  readonly pool: Pool;
  readonly db: ReturnType<typeof openDatabase<ReadTables>>;
}

export const AUTH = Symbol('Auth');
export const CLOCK = Symbol('Clock');
export const STAFF = Symbol('StaffRegister');
export const STORE = Symbol('EventStore');
export const READING = Symbol('Reading');
export const DOCUMENTS = Symbol('Documents');
export const LOGGER = Symbol('Logger');
export const CONFIG = Symbol('ApiConfig');
export const READ_APART = Symbol('ReadApart');

import { OptionInvalid } from './errors.js';

/** Most bytes that one append may be allowed to carry. */
export const LARGEST_APPEND = 16 * 1024 * 1024 - 64 * 1024;

/** What can be said of a node from outside; what is absent was not said. */
export interface NodeSettings {
  readonly data?: string;
  readonly inMemory?: boolean;
  readonly port?: number;
  readonly host?: string;
  readonly maxAppendSize?: number;
  readonly insecure?: boolean;
  readonly certificateFile?: string;
  readonly privateKeyFile?: string;
  readonly anonymousStreams?: boolean;
  readonly projections?: boolean;
  readonly adminPassword?: string;
  readonly opsPassword?: string;
}

interface Said {
  readonly settings: NodeSettings;
  /** Sentences for whoever started it. */
  readonly warnings: readonly string[];
}

type Read = (text: string, variable: string) => Partial<NodeSettings>;

/** The server's own names, with what they say here. */
const VARIABLES: Readonly<Record<string, Read>> = {
  EVENTSTORE_DB: (data) => ({ data }),
  EVENTSTORE_MEM_DB: (text, variable) => ({ inMemory: truth(text, variable) }),
  EVENTSTORE_HTTP_PORT: (text, variable) => ({ port: parseWhole(text, variable, 0, 65_535) }),
  EVENTSTORE_NODE_PORT: (text, variable) => ({ port: parseWhole(text, variable, 0, 65_535) }),
  EVENTSTORE_NODE_IP: (host) => ({ host }),
  EVENTSTORE_MAX_APPEND_SIZE: (text, variable) => ({ maxAppendSize: parseWhole(text, variable, 1, LARGEST_APPEND) }),
  EVENTSTORE_INSECURE: (text, variable) => ({ insecure: truth(text, variable) }),
  EVENTSTORE_CERTIFICATE_FILE: (certificateFile) => ({ certificateFile }),
  EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE: (privateKeyFile) => ({ privateKeyFile }),
  EVENTSTORE_ALLOW_ANONYMOUS_STREAM_ACCESS: (text, variable) => ({ anonymousStreams: truth(text, variable) }),
  EVENTSTORE_START_STANDARD_PROJECTIONS: (text, variable) => ({ projections: truth(text, variable) }),
  EVENTSTORE_DEFAULT_ADMIN_PASSWORD: (adminPassword) => ({ adminPassword }),
  EVENTSTORE_DEFAULT_OPS_PASSWORD: (opsPassword) => ({ opsPassword }),
};

const RUN_PROJECTIONS = 'EVENTSTORE_RUN_PROJECTIONS';

/** Known, and without a meaning for a node that is alone; the first is the address that Traguardo itself connects to. */
const WITHOUT_EFFECT = new Set(['EVENTSTORE_URL', 'EVENTSTORE_TRUSTED_ROOT_CERTIFICATES_PATH', RUN_PROJECTIONS]);

/**
 * Reads the options of a node from the environment, by the names that EventStoreDB's server has for them. A variable
 * that is set to nothing is not set.
 *
 * @throws OptionInvalid naming the variable
 */
export function nodeEnvironment(env: Readonly<Record<string, string | undefined>>): Said {
  const said = Object.entries(env).flatMap(([variable, text]) =>
    variable.startsWith('EVENTSTORE_') && text ? [[variable, text] as const] : [],
  );
  const read = Object.keys(VARIABLES).flatMap((variable) => {
    const text = env[variable];
    return text ? [VARIABLES[variable]?.(text, variable)] : [];
  });
  const settings: NodeSettings = Object.assign(
    {},
    ...read,
    projectionsRun(env[RUN_PROJECTIONS]) ? {} : { projections: false },
  );
  const unknown = said
    .map(([variable]) => variable)
    .filter((name) => !(name in VARIABLES) && !WITHOUT_EFFECT.has(name));
  const warnings = unknown.map((name) => `${name} is not an option of the event node: it has no effect.`);
  return { settings, warnings };
}

function projectionsRun(text: string | undefined): boolean {
  if (!text || /^(all|system)$/i.test(text)) return true;
  if (/^none$/i.test(text)) return false;
  throw new OptionInvalid(`${RUN_PROJECTIONS} is "${text}": give None, System or All.`);
}

function truth(text: string, variable: string): boolean {
  if (/^(true|1)$/i.test(text)) return true;
  if (/^(false|0)$/i.test(text)) return false;
  throw new OptionInvalid(`${variable} is "${text}": give true or false.`);
}

/** @throws OptionInvalid naming what was given */
export function parseWhole(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new OptionInvalid(`${name} is "${text}": give a whole number from ${least} to ${most}.`);
}

import type { NodeSettings } from './environment.js';
import { OptionInvalid } from './errors.js';
import type { EventNodeOptions } from './event-node-options.js';

const STANDARD_PORT = 2113;

interface Decided {
  readonly options: EventNodeOptions;
  readonly warnings: readonly string[];
}

/**
 * What a node is started with, from what was said on the command line and in the environment; the command line wins.
 *
 * @throws OptionInvalid when something is missing or does not go together
 */
export function nodeOptions(flags: NodeSettings, environment: NodeSettings): Decided {
  if (flags.data !== undefined && flags.inMemory)
    throw new OptionInvalid('A log is kept in a folder (--data) or in memory (--memory): say one of them.');
  const place = flags.data !== undefined || flags.inMemory ? flags : environment;
  const said = { ...environment, ...flags };
  const warnings: string[] = [];

  const certificate = said.insecure ? undefined : certificateIn(said);
  if (said.insecure && said.certificateFile !== undefined)
    warnings.push('The node was said to be insecure: its certificate has no effect.');
  if (said.insecure === false && !certificate)
    throw new OptionInvalid(
      'A node that is not insecure needs a certificate and its key: set EVENTSTORE_CERTIFICATE_FILE and EVENTSTORE_CERTIFICATE_PRIVATE_KEY_FILE (PEM files).',
    );

  const { port = STANDARD_PORT, host, maxAppendSize, insecure, anonymousStreams, projections } = said;
  const { adminPassword: admin, opsPassword: ops } = said;
  const serving = {
    port,
    ...(host !== undefined && { host }),
    ...(maxAppendSize !== undefined && { maxAppendSize }),
    ...(insecure !== undefined && { insecure }),
    ...(anonymousStreams !== undefined && { anonymousStreams }),
    ...(projections !== undefined && { projections }),
    ...(certificate && { certificate }),
    passwords: { ...(admin !== undefined && { admin }), ...(ops !== undefined && { ops }) },
  };
  if (place.inMemory) return { options: { ...serving, inMemory: true }, warnings };
  if (place.data !== undefined) return { options: { ...serving, data: place.data }, warnings };
  throw new OptionInvalid('The event node does not know where to keep its log: give --data FOLDER, or --memory.');
}

function certificateIn({ certificateFile, privateKeyFile }: NodeSettings) {
  if (certificateFile === undefined && privateKeyFile === undefined) return undefined;
  if (certificateFile !== undefined && privateKeyFile !== undefined) return { certificateFile, privateKeyFile };
  const missing = certificateFile === undefined ? 'the certificate' : 'the private key';
  throw new OptionInvalid(`A certificate and its private key go together (two PEM files): ${missing} is missing.`);
}

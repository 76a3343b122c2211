import { isLoopback, loadCertificate } from '#network';
import { certificateWarnings, doorsOf, THIS_MACHINE } from '../supervisor/doors.js';
import { isRunning } from '../supervisor/process-identity.js';
import { reservePorts, type PortRequest } from '../supervisor/ports.js';
import { ok, problem, warning, type Finding } from './finding.js';
import { instanceOf } from './folder.js';
import type { Patient } from './patient.js';

export async function networkFindings(patient: Patient): Promise<readonly Finding[]> {
  return [reach(patient), ...certificate(patient), await ports(patient)];
}

function reach({ options: { exposure = THIS_MACHINE } }: Patient): Finding {
  const { host, tls, proxies, unencrypted, url } = exposure;
  if (unencrypted)
    return problem(
      'network',
      `Passwords go UNENCRYPTED over the network of HOST=${host}: set TLS_CERT and TLS_KEY, or a proxy.`,
    );
  if (isLoopback(host) && proxies.length === 0) return ok('network', 'It listens on this machine alone.');
  return ok(
    'network',
    `It listens on ${host}, encrypted by ${tls ? 'itself' : 'the proxy'}${url ? `, as ${url}` : ''}.`,
  );
}

function certificate({ options: { exposure }, now }: Patient): readonly Finding[] {
  if (exposure?.tls === undefined) return [];
  const found = loadCertificate(exposure.tls);
  const told = certificateWarnings(found, now).map((line) => {
    const message = line.replace('WARNING: the', 'The');
    return now > found.validToMs || now < found.validFromMs
      ? problem('certificate', message)
      : warning('certificate', message);
  });
  const name = exposure.url === undefined ? undefined : new URL(exposure.url).hostname;
  if (name !== undefined && !found.covers(name))
    told.push(
      problem(
        'certificate',
        `The certificate is for ${found.names.join(', ') || 'no name'}, not for ${name} (TRAGUARDO_URL): browsers refuse it.`,
      ),
    );
  if (told.length > 0) return told;
  return [
    ok(
      'certificate',
      `The certificate for ${found.names.join(', ')} is good until ${new Date(found.validToMs).toISOString().slice(0, 10)}.`,
    ),
  ];
}

/** Of a stack that is stopped: could it have them? */
async function ports({
  folder,
  options: { exposure = THIS_MACHINE, ports: wanted = {}, external = {} },
  now,
}: Patient): Promise<Finding> {
  const instance = instanceOf(folder);
  if (instance !== undefined && isRunning(instance)) return ok('ports', 'It has its ports.');
  const requests: PortRequest[] = [...doorsOf(exposure, wanted.api ?? 0, now).ports];
  if (external.eventStoreUrl === undefined)
    requests.push({ part: 'the event node', variable: 'EVENT_NODE_PORT', port: wanted.node ?? 0 });
  if (external.databaseUrl === undefined)
    requests.push({ part: 'PostgreSQL', variable: 'POSTGRES_PORT', port: wanted.postgres ?? 0 });
  await reservePorts(requests);
  return ok(
    'ports',
    `The ports ${
      requests
        .map(({ port }) => port)
        .filter((port) => port !== 0)
        .join(', ') || '(any)'
    } are free.`,
  );
}

import type { UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Access } from './access.js';

type Handler = (call: Parameters<Access['authenticate']>[0] & Answerable, answer?: (error: unknown) => void) => void;

interface Answerable {
  readonly cancelled: boolean;
  emit(event: 'error', error: unknown): boolean;
}

/** A service whose handlers run only once it is known who calls; wrong credentials end the call before. */
export function authenticated(access: Access, service: UntypedServiceImplementation): UntypedServiceImplementation {
  return Object.fromEntries(
    Object.entries(service).map(([method, handler]) => [method, known(access, handler as unknown as Handler)]),
  ) as UntypedServiceImplementation;
}

function known(access: Access, handler: Handler): Handler {
  return (call, answer) => {
    const refuse = (error: unknown): void => void (answer ? answer(error) : call.emit('error', error));
    try {
      const caller = access.authenticate(call);
      if (!(caller instanceof Promise)) return handler(call, answer);
      caller.then(() => call.cancelled || handler(call, answer)).catch(refuse);
    } catch (error) {
      refuse(error);
    }
    return undefined;
  };
}

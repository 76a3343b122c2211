import { useWelcome } from '../features/welcome/use-welcome.js';

/** How the body is called. */
export function BodyName() {
  return <>{useWelcome()?.body.name ?? ''}</>;
}

import type { PlanDocument } from '#domain';
import { Refusal } from '../http/refusal.js';

export function readDocument(_: object): PlanDocument {
  throw new Refusal('request/refused');
}

export function readingOf(_: object) {
  throw new Refusal('request/refused');
}

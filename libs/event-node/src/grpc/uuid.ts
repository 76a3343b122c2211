import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';

const NIL = '00000000-0000-0000-0000-000000000000';
const CANONICAL = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The canonical lower-case text, whichever of its two forms came; undefined when absent, malformed or nil. */
export function uuidText(uuid: UUID | undefined): string | undefined {
  const structured = uuid?.getStructured();
  const text = structured
    ? dashed(hex(structured.getMostSignificantBits()) + hex(structured.getLeastSignificantBits()))
    : (uuid?.getString() ?? '').toLowerCase();
  return CANONICAL.test(text) && text !== NIL ? text : undefined;
}

/** The other form: two signed halves. */
export function structuredUuid(text: string): UUID {
  const digits = text.replaceAll('-', '');
  const half = (from: number): string => String(BigInt.asIntN(64, BigInt(`0x${digits.slice(from, from + 16)}`)));
  const structured = new shared.UUID.Structured().setMostSignificantBits(half(0)).setLeastSignificantBits(half(16));
  return new shared.UUID().setStructured(structured);
}

function hex(signed: string): string {
  return BigInt.asUintN(64, BigInt(signed)).toString(16).padStart(16, '0');
}

function dashed(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

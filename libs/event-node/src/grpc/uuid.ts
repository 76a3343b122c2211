import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';

const NIL = '00000000-0000-0000-0000-000000000000';
const CANONICAL = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The canonical lower-case text, whichever of its two forms came; undefined when absent, malformed or nil. */
export function uuidText(uuid: UUID | undefined): string | undefined {
  const structured = uuid?.getStructured();
  if (!structured) return canonical(uuid?.getString() ?? '');
  return canonical(
    textOfHalves(BigInt(structured.getMostSignificantBits()), BigInt(structured.getLeastSignificantBits())),
  );
}

/** The canonical form of a text; undefined when it is malformed or nil. */
export function canonical(text: string): string | undefined {
  const lower = text.toLowerCase();
  return CANONICAL.test(lower) && lower !== NIL ? lower : undefined;
}

/** What two halves of 64 bits say, with a sign or without. */
export function textOfHalves(most: bigint, least: bigint): string {
  const digits = hex(most) + hex(least);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The other form: two signed halves. */
export function structuredUuid(text: string): UUID {
  const digits = text.replaceAll('-', '');
  const half = (from: number): string => String(BigInt.asIntN(64, BigInt(`0x${digits.slice(from, from + 16)}`)));
  const structured = new shared.UUID.Structured().setMostSignificantBits(half(0)).setLeastSignificantBits(half(16));
  return new shared.UUID().setStructured(structured);
}

function hex(half: bigint): string {
  return BigInt.asUintN(64, half).toString(16).padStart(16, '0');
}

import { z } from 'zod';
import { WorkflowFile } from './file-schema.js';
import type { Path } from './mistake.js';

/** What JSON Schema says of one place, as far as we ask. */
interface Node {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly const?: unknown;
  readonly $defs?: Readonly<Record<string, Node>>;
}

/** The JSON Schema of the file, draft 2020-12: editors complete and check by it. */
export const workflowSchema: Readonly<Record<string, unknown>> = {
  $id: 'urn:traguardo:workflow-schema:1',
  ...z.toJSONSchema(WorkflowFile, { io: 'input', target: 'draft-2020-12' }),
};

const root = workflowSchema as Node;

/** The keys that may stand at a place of the file. */
export function keysAt(path: Path, content: unknown): readonly string[] {
  let nodes = [root];
  let value = content;
  for (const part of path) {
    nodes = nodes
      .flatMap(alternatives)
      .filter(fits(value))
      .flatMap((node) => below(node, part));
    value = childOf(value, part);
  }
  const here = nodes.flatMap(alternatives);
  const fitting = here.filter(fits(value));
  const known = (fitting.length > 0 ? fitting : here).flatMap(({ properties }) => Object.keys(properties ?? {}));
  return [...new Set(known)].filter((key) => key !== '$schema');
}

function alternatives(node: Node): readonly Node[] {
  if (node.$ref !== undefined) {
    const named = root.$defs?.[node.$ref.replace('#/$defs/', '')];
    return named === undefined ? [] : alternatives(named);
  }
  const several = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  return several.length > 0 ? several.flatMap(alternatives) : [node];
}

/** Of several forms, the one whose fixed word (`kind: quorum`) was written. */
function fits(value: unknown): (node: Node) => boolean {
  return ({ properties = {} }) =>
    Object.entries(properties).every(([key, { const: fixed }]) => fixed === undefined || childOf(value, key) === fixed);
}

function below({ properties, items, additionalProperties }: Node, part: string | number): readonly Node[] {
  const found = typeof part === 'number' ? items : properties?.[part];
  if (found !== undefined) return [found];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}

function childOf(value: unknown, part: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
}

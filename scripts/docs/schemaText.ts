import { z } from 'zod';

/** The subset of JSON Schema that zod generates for the contract. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly default?: unknown;
  readonly description?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Formats a schema as a TypeScript type. Schemas in zod's global registry appear by their id. */
export function toTypeText(schema: z.ZodType, io: 'input' | 'output'): string {
  const json = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;
  return toText(json, '');
}

/** Formats the definition of a schema in the registry, where `toTypeText` would return its id. */
export function toNamedTypeText(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema;
  const name = json.$ref?.split('/').at(-1);
  return toText((name ? json.$defs?.[name] : undefined) ?? json, '', true);
}

function toText(schema: Schema, indent: string, top = false): string {
  if (schema.$ref && !top) return schema.$ref.split('/').at(-1) ?? 'unknown';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices)
    return choices.map((choice) => toText(choice, indent)).join(choices.length > 6 ? `\n${indent}| ` : ' | ');
  if (schema.allOf) return schema.allOf.map((part) => toText(part, indent)).join(' & ');
  if (schema.type === 'array') return toArrayText(schema.items ?? {}, indent);
  if (schema.type === 'object') return toObjectText(schema, indent);
  return [schema.type ?? 'unknown'].flat().map(toPlainType).join(' | ');
}

function toPlainType(type: string): string {
  return type === 'integer' ? 'number' : type;
}

function toArrayText(items: Schema, indent: string): string {
  const text = toText(items, indent);
  return /[ |&]/.test(text) && !text.startsWith('{') ? `(${text})[]` : `${text}[]`;
}

function toNote({ default: absent, description }: Schema): string {
  const byDefault = absent === undefined ? [] : [`${JSON.stringify(absent)} when absent`];
  const notes = [...(description === undefined ? [] : [description]), ...byDefault];
  return notes.length === 0 ? '' : ` // ${notes.join('; ')}`;
}

function toObjectText(schema: Schema, indent: string): string {
  const { additionalProperties: rest } = schema;
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0) {
    if (typeof rest !== 'object' || Object.keys(rest).length === 0) return '{}';
    return `Record<${toText(schema.propertyNames ?? { type: 'string' }, indent)}, ${toText(rest, indent)}>`;
  }
  const inner = `${indent}  `;
  const lines = properties.map(([name, value]) => {
    const mark = schema.required?.includes(name) ? '' : '?';
    return `${inner}${name}${mark}: ${toText(value, inner)};${toNote(value)}`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

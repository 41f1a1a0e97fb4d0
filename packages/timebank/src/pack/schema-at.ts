import * as z from 'zod';

type Path = readonly PropertyKey[];

/** The schema that judges the value at `path`, as far as the values on the way tell which one that is. */
function schemaAt(schema: z.ZodType, path: Path, value: unknown): z.ZodType | undefined {
  const bare = unwrapped(schema, value);
  const [key, ...rest] = path;
  if (key === undefined) return bare;
  const part = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  if (bare instanceof z.ZodObject) {
    const next = Object.hasOwn(bare.shape, key) ? (bare.shape[key as string] as z.ZodType) : undefined;
    return next && schemaAt(next, rest, part);
  }
  if (bare instanceof z.ZodArray) return schemaAt(bare.element as z.ZodType, rest, part);
  if (bare instanceof z.ZodRecord) return schemaAt(bare.valueType as z.ZodType, rest, part);
  return undefined;
}

/** The keys an object may have there; nothing where it is no object. */
export function keysAt(schema: z.ZodType, path: Path, value: unknown): readonly string[] {
  const found = schemaAt(schema, path, value);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** The words that name the members of a union at that place. */
export function namesAt(schema: z.ZodType, path: Path, discriminator: string): readonly string[] {
  const union = schemaAt(schema, path, undefined);
  if (!(union instanceof z.ZodDiscriminatedUnion)) return [];
  return union.options.flatMap((option) => {
    const member = unwrapped(option as z.ZodType, undefined);
    const name = member instanceof z.ZodObject ? (member.shape[discriminator] as z.ZodType) : undefined;
    return name instanceof z.ZodLiteral ? [...name.values].map(String) : [];
  });
}

function unwrapped(schema: z.ZodType, value: unknown): z.ZodType {
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return unwrapped(schema.unwrap() as z.ZodType, value);
  }
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const { discriminator } = schema.def;
  const name = (value as Record<string, unknown> | null | undefined)?.[discriminator];
  const member = schema.options
    .map((option) => unwrapped(option as z.ZodType, value))
    .find((option) => option instanceof z.ZodObject && (option.shape[discriminator] as z.ZodLiteral).values.has(name as string));
  return member ?? schema;
}

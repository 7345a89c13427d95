/*
 * The same schemas, faster to say yes: zod may not compile functions in a page (its policy forbids that), and then takes a third of the time
 * until a long article stands. A schema is turned into plain closures once; they know zod's simple types only and answer "yes" or "not
 * sure", and whoever is not sure asks zod itself. So there is one definition of a message, and one judge of what is wrong with it.
 */
import type * as z from 'zod/mini';

type Check = (value: unknown) => boolean;

const notSure: Check = () => false;

/** Yes means: zod would accept it, and would give back the same value. */
export function quickCheck(schema: z.core.$ZodType): Check {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if ('format' in def || 'coerce' in def) return notSure;
  switch (def.type) {
    case 'string':
      return withChecks(def.checks, (value) => typeof value === 'string');
    case 'number':
      return withChecks(def.checks, (value) => typeof value === 'number' && Number.isFinite(value));
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal': {
      const values = new Set<unknown>(def.values);
      return (value) => values.has(value);
    }
    case 'enum': {
      const values = new Set<unknown>(Object.values(def.entries));
      return (value) => values.has(value);
    }
    case 'array': {
      if (def.checks?.length) return notSure;
      const element = quickCheck(def.element);
      return (value) => Array.isArray(value) && value.every(element);
    }
    case 'object':
      return def.catchall || def.checks?.length ? notSure : objectCheck(def.shape);
    case 'record': {
      const key = quickCheck(def.keyType);
      const one = quickCheck(def.valueType);
      return (value) =>
        isPlain(value) &&
        Object.entries(value).every(([name, inner]) => name !== '__proto__' && key(name) && one(inner));
    }
    case 'union': {
      const options = def.options.map(quickCheck);
      return (value) => options.some((option) => option(value));
    }
    default:
      return notSure;
  }
}

/** A key that the schema lacks is one that zod would take out: then it has to do it. */
function objectCheck(shape: Readonly<Record<string, z.core.$ZodType>>): Check {
  const keys: { readonly key: string; readonly check: Check; readonly isOptional: boolean }[] = [];
  for (const [key, schema] of Object.entries(shape)) {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    const isOptional = def.type === 'optional';
    keys.push({ key, check: quickCheck(isOptional ? def.innerType : schema), isOptional });
  }
  return (value) => {
    if (!isPlain(value)) return false;
    let known = 0;
    for (const { key, check, isOptional } of keys) {
      const inner = value[key];
      if (inner !== undefined) {
        if (!check(inner)) return false;
        known++;
      } else if (!isOptional) return false;
    }
    for (const _ in value) known--;
    return known === 0;
  };
}

function withChecks(checks: readonly z.core.$ZodCheck<never>[] | undefined, base: Check): Check {
  const all = (checks ?? []).map((check) => sizeCheck((check as unknown as z.core.$ZodChecks)._zod.def));
  return all.length === 0 ? base : (value) => base(value) && all.every((check) => check(value));
}

/** Values here are strings or finite numbers already. */
function sizeCheck(def: z.core.$ZodChecks['_zod']['def']): Check {
  switch (def.check) {
    case 'min_length':
      return (value) => (value as string).length >= def.minimum;
    case 'max_length':
      return (value) => (value as string).length <= def.maximum;
    case 'greater_than':
      return (value) =>
        def.inclusive ? (value as number) >= Number(def.value) : (value as number) > Number(def.value);
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : notSure;
    default:
      return notSure;
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

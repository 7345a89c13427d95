/**
 * What the host tests use of `node:assert/strict`, for the web extension host, where that module does not exist: the
 * build puts this file in its place there. Same names, same meaning.
 */

class AssertionError extends Error {
  override name = 'AssertionError';
}

function fail(message: string | undefined, otherwise: string): never {
  throw new AssertionError(message ? `${message}\n${otherwise}` : otherwise);
}

function show(value: unknown): string {
  if (value instanceof Error) return String(value);
  return JSON.stringify(value, (_, part) => (part === undefined ? '<undefined>' : part), 2) ?? String(value);
}

/** Same values, compared with Object.is at the leaves, and of the same kind. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date) return b instanceof Date && a.getTime() === b.getTime();
  if (a instanceof Map || a instanceof Set) return same([...a], [...(b as Map<unknown, unknown> | Set<unknown>)]);
  const keys = Reflect.ownKeys(a);
  return (
    keys.length === Reflect.ownKeys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

function matches(error: unknown, expected: unknown): boolean {
  if (expected instanceof RegExp) return expected.test(String(error));
  if (typeof expected === 'function') return error instanceof expected || expected(error) === true;
  if (typeof expected !== 'object' || expected === null) return true;
  return Object.entries(expected).every(([key, value]) => {
    const actual = Reflect.get(error as object, key);
    return value instanceof RegExp ? value.test(String(actual)) : same(actual, value);
  });
}

const assert = Object.assign((value: unknown, message?: string) => assert.ok(value, message), {
  ok(value: unknown, message?: string): asserts value {
    if (!value) fail(message, `expected something true, got ${show(value)}`);
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected)) fail(message, `expected ${show(expected)}, got ${show(actual)}`);
  },
  notEqual(actual: unknown, expected: unknown, message?: string): void {
    if (Object.is(actual, expected)) fail(message, `expected anything but ${show(expected)}`);
  },
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (!same(actual, expected)) fail(message, `expected ${show(expected)}\ngot ${show(actual)}`);
  },
  notDeepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (same(actual, expected)) fail(message, `expected anything but ${show(expected)}`);
  },
  match(text: string, pattern: RegExp, message?: string): void {
    if (!pattern.test(text)) fail(message, `expected a match of ${pattern}, got ${show(text)}`);
  },
  doesNotMatch(text: string, pattern: RegExp, message?: string): void {
    if (pattern.test(text)) fail(message, `expected no match of ${pattern}, got ${show(text)}`);
  },
  throws(body: () => unknown, expected?: unknown, message?: string): void {
    try {
      body();
    } catch (error) {
      if (!matches(error, expected)) fail(message, `threw ${show(error)}, which is not what was expected`);
      return;
    }
    fail(message, 'expected an exception, and there was none');
  },
  async rejects(
    body: Promise<unknown> | (() => Promise<unknown>),
    expected?: unknown,
    message?: string,
  ): Promise<void> {
    try {
      await (typeof body === 'function' ? body() : body);
    } catch (error) {
      if (!matches(error, expected)) fail(message, `was rejected with ${show(error)}, which is not what was expected`);
      return;
    }
    fail(message, 'expected a rejection, and there was none');
  },
  fail(message?: string): never {
    return fail(message, 'failed');
  },
});

// biome-ignore lint/style/noDefaultExport: node:assert has one, and this stands in its place.
export default assert;

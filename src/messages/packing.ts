/*
 * A long message on its way to a page: as JSON in a buffer, which VS Code hands on as it is, where it would write and read anything else
 * once more between each two of the processes on the way.
 */

export function pack(message: object): ArrayBuffer {
  return new TextEncoder().encode(JSON.stringify(message)).buffer as ArrayBuffer;
}

/** What was packed, if anything was; it is checked by whoever takes it. */
export function unpack(data: unknown): unknown {
  if (!(data instanceof ArrayBuffer)) return data;
  try {
    return JSON.parse(new TextDecoder().decode(data));
  } catch {
    return data;
  }
}

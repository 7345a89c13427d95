/* Names of tree nodes: parts joined by signs that no part holds, so that two nodes never share one, whatever ids a file has. */

/** An id, a tag or any other words as part of a key. */
export function keyPart(words: string): string {
  return words.replace(/[>%/]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** The words that a part was made of. */
export function fromKeyPart(part: string): string {
  return part.replace(/%(\w\w)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

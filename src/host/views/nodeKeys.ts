/* Names of tree nodes: parts joined by signs that no part holds, so that two nodes never share one, whatever ids a file has. */

/** An id or tag as part of a key. */
export function keyPart(id: string): string {
  return /[>%/]/.test(id) ? encodeURIComponent(id) : id;
}

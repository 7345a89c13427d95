/* How a sidecar is found from its article and the other way round: by the file's name alone, beside it. */

const suffix = '.annotations.yaml';

/** `nato.txt` -> `nato.txt.annotations.yaml`; works on a bare name and on a path alike. */
export function sidecarNameFor(articleName: string): string {
  return articleName + suffix;
}

/** `nato.txt.annotations.yaml` -> `nato.txt`; undefined for a name that is no sidecar's. */
export function articleNameFor(sidecarName: string): string | undefined {
  return isSidecarName(sidecarName) ? sidecarName.slice(0, -suffix.length) : undefined;
}

export function isSidecarName(name: string): boolean {
  return name.endsWith(suffix) && name.length > suffix.length && !/[/\\]$/.test(name.slice(0, -suffix.length));
}

/** What is used of js-yaml 3, the one that reads YAML 1.1; its declarations go by the name of the newer one. */
declare module 'js-yaml-3' {
  export function load(text: string): unknown;
}

/** What is used of js-yaml 3, the one that reads YAML 1.1; its declarations go by the name of the newer one. */
declare module 'js-yaml-3' {
  const yaml: { load(text: string): unknown };
  // biome-ignore lint/style/noDefaultExport: a CommonJS module has nothing else.
  export default yaml;
}

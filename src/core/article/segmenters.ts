/* The platform's segmenters (UAX 29). Each is made when it is first needed: it reads tables for that, which takes as long as all of a start. */
type Granularity = NonNullable<Intl.SegmenterOptions['granularity']>;

const made = new Map<Granularity, Intl.Segmenter>();

export function segmenter(granularity: Granularity): Intl.Segmenter {
  const known = made.get(granularity);
  if (known) return known;
  const one = new Intl.Segmenter(undefined, { granularity });
  made.set(granularity, one);
  return one;
}

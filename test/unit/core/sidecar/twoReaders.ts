/* What the reader of lines finds in a text, held against what `yaml` finds: values, problems with their places, and the pieces that edits go by. */
import assert from 'node:assert/strict';
import type { AnnotationSet } from '../../../../src/core/annotation/model';
import { readLines } from '../../../../src/core/sidecar/readLines';
import { readYaml } from '../../../../src/core/sidecar/readYaml';
import { type Source, sidecarOf, withDistinctIds } from '../../../../src/core/sidecar/source';

const seen = (reading: Source) => {
  const sidecar = sidecarOf({ ...reading, pieces: withDistinctIds(reading.pieces) });
  return {
    set: plain(sidecar.set),
    article: { ...sidecar.article },
    problems: sidecar.problems,
    readOnly: sidecar.readOnly,
    pieces: reading.pieces.map((piece) => [piece.form, piece.text]),
  };
};

/** Without prototypes and with `-0` as the text says it. */
export const plain = (set: AnnotationSet): unknown => JSON.parse(JSON.stringify(set));

/** False where the text is left to `yaml`. */
export function assertAgree(text: string): boolean {
  const lines = readLines(text);
  if (!lines) return false;
  assert.deepEqual(seen(lines), seen(readYaml(text)), text);
  return true;
}

/* A tag as an icon: its colour, and a shape that follows its line, so that colour is never alone. */
import type { LineStyle, TagColour } from '../../core/annotation/codebook';

/** Shapes that can be told apart in one colour, as the lines under the words can. */
const shapes: Readonly<Record<LineStyle, string>> = {
  solid: 'circle-filled',
  dotted: 'circle-outline',
  dashed: 'primitive-square',
  double: 'record',
  wavy: 'triangle-up',
};

/** A codicon, and the theme colour that it is drawn in. */
export interface Icon {
  readonly name: string;
  readonly colour: string;
}

export function tagIcon(line: LineStyle, colour: TagColour): Icon {
  return { name: shapes[line], colour: `argmark.tag.${colour}` };
}

/** Colours as people see them: contrast by WCAG 2, and how far apart two are for those who see fewer. */

/** Red, green, blue from 0 to 1 as the screen has them, and how much of it covers what is behind. */
export interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

/** Reads what `getComputedStyle` gives: `rgb(…)`, `rgba(…)` and `color(srgb …)`. */
export function colourOf(css: string): Colour {
  const numbers = (css.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const [r = 0, g = 0, b = 0, alpha = 1] = numbers;
  const most = css.startsWith('color(') ? 1 : 255;
  return { rgb: [r / most, g / most, b / most], alpha };
}

/** The colours laid over each other, the first one at the bottom and opaque. */
export function laidOver(...layers: readonly Colour[]): Colour {
  const [bottom, ...rest] = layers;
  if (!bottom) throw new Error('Nothing is laid over nothing.');
  return rest.reduce(
    (below, { rgb, alpha }) => ({
      rgb: [0, 1, 2].map((i) => (rgb[i] ?? 0) * alpha + (below.rgb[i] ?? 0) * (1 - alpha)) as unknown as Colour['rgb'],
      alpha: 1,
    }),
    bottom,
  );
}

/** From 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const product = (row: readonly number[], values: readonly number[]): number =>
  row.reduce((sum, factor, i) => sum + factor * (values[i] ?? 0), 0);
const luminance = ({ rgb }: Colour): number => product([0.2126, 0.7152, 0.0722], rgb.map(linear));

/** Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1, on linear light. */
export const sights = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

/** How far apart two opaque colours are for such a sight: ΔE*ab (CIE 1976). Above 20 nobody takes one for the other. */
export function distance(one: Colour, other: Colour, sight: keyof typeof sights): number {
  const [a, b] = [one, other].map(({ rgb }) => {
    const seen = sights[sight].map((row) => Math.min(1, Math.max(0, product(row, rgb.map(linear)))));
    return lab(seen);
  }) as [number[], number[]];
  return Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
}

/** CIE L*a*b* of linear sRGB, under D65. */
function lab(rgb: readonly number[]): number[] {
  const root = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = root(product([0.4124, 0.3576, 0.1805], rgb) / 0.95047);
  const y = root(product([0.2126, 0.7152, 0.0722], rgb));
  const z = root(product([0.0193, 0.1192, 0.9505], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/**
 * Articles of any length for measurements, in several languages and scripts: paragraphs of sentences, with a heading now and then.
 * The words mean nothing together, but their lengths, scripts, signs and line ends are those of real texts.
 */
import { Random } from '../random';

interface Language {
  readonly words: readonly string[];
  /** What stands between words. */
  readonly space: string;
  readonly stop: string;
  readonly comma: string;
  /** Words to a sentence, from and to. */
  readonly length: readonly [number, number];
}

const languages = {
  english: {
    words:
      'the council must weigh every levy against harbour costs and a treaty that binds neither party for long while markets expect calm security spending has doubled since allies “agreed” to share – reluctantly – what no single member could carry alone'.split(
        ' ',
      ),
    space: ' ',
    stop: '. ',
    comma: ', ',
    length: [9, 28],
  },
  german: {
    words:
      'die Verhältnismäßigkeit der Haushaltsbeschlüsse bleibt umstritten weil Länder und Kommunen unterschiedliche Grundsteuerhebesätze anwenden müssen über Jahrzehnte gewachsene Zuständigkeiten lassen sich kaum auflösen'.split(
        ' ',
      ),
    space: ' ',
    stop: '. ',
    comma: ', ',
    length: [8, 22],
  },
  french: {
    words:
      "l'État doit à présent répartir les dépenses entre collectivités où l'activité reste fragile car une réforme différée coûte davantage que « l'effort » consenti aujourd'hui par chaque région".split(
        ' ',
      ),
    space: ' ',
    stop: '. ',
    comma: ', ',
    length: [9, 26],
  },
  arabic: {
    words:
      'على الحكومة أن تعيد النظر في ميزانية الموانئ لأن كلفة التأخير أكبر من كلفة الإصلاح ولا يكفي الوعد وحده'.split(
        ' ',
      ),
    space: ' ',
    stop: '. ',
    comma: '، ',
    length: [8, 20],
  },
  chinese: {
    words:
      '政府 应当 重新 考虑 港口 预算 因为 拖延 的 代价 高于 改革 的 代价 各 地区 负担 并不 相同 𠮷野 先生 认为'.split(
        ' ',
      ),
    space: '',
    stop: '。',
    comma: '，',
    length: [8, 24],
  },
  signs: {
    words:
      'naïve cafe\u0301 résumé 👩🏽‍🚒 crews 🇪🇺 funds e\u0301lan vital 1️⃣ first 2\u00a0000\u00a0€ levy 🙂 smiles'.split(
        ' ',
      ),
    space: ' ',
    stop: '! ',
    comma: '; ',
    length: [6, 14],
  },
} as const satisfies Record<string, Language>;

const mixture: readonly (keyof typeof languages)[] = [
  ...(['english', 'english', 'english', 'english', 'german', 'french'] as const),
  ...(['arabic', 'chinese', 'signs'] as const),
];

/**
 * A text of about so many characters (UTF-16 units; it ends with the paragraph that reaches them), LF at line ends, readable as plain
 * text and as Markdown alike. The same length and seed give the same text.
 */
export function articleText(length: number, seed: number): string {
  const random = new Random(seed);
  const parts = [`# ${sentence(languages.english, random).trim().slice(0, 80)}`];
  let written = 0;
  for (let paragraphs = 1; written < length; paragraphs++) {
    const language = languages[random.pick(mixture)];
    const part = paragraphs % 12 === 0 ? `## ${sentence(language, random).trim()}` : paragraph(language, random);
    parts.push(part);
    written += part.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

function paragraph(language: Language, random: Random): string {
  return Array.from({ length: random.between(2, 6) }, () => sentence(language, random))
    .join('')
    .trim();
}

function sentence(language: Language, random: Random): string {
  const words = Array.from({ length: random.between(...language.length) }, () => random.pick(language.words));
  let said = '';
  for (const [at, word] of words.entries()) {
    const before = at === 0 ? '' : random.chance(0.09) ? language.comma : language.space;
    said += before + (at === 0 ? word.charAt(0).toLocaleUpperCase() + word.slice(1) : word);
  }
  return said + language.stop;
}

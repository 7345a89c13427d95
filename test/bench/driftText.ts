/*
 * News and policy prose of any length to drift: articles of paragraphs of sentences, words drawn as natural languages draw them (a few very
 * often, most seldom), with numbers, names, quotations, templates that differ in a number, and boilerplate that every article repeats.
 * Each character of a sentence knows where in the first text it stood, so that a drift can be followed to the letter.
 */
import type { Random } from '../random';

export type Tongue = 'english' | 'french' | 'arabic' | 'chinese' | 'thai';
export const tongues: readonly Tongue[] = ['english', 'french', 'arabic', 'chinese', 'thai'];

/** Words, and for each UTF-16 unit its offset in the first text, or -1 for one that was not in it. */
export interface Sentence {
  readonly text: string;
  readonly origin: readonly number[];
}
export type Paragraph = readonly Sentence[];
/** A text as it can be drifted. `gap` stands between sentences, `break` between paragraphs. */
export interface Draft {
  readonly tongue: Tongue;
  readonly paragraphs: readonly Paragraph[];
  readonly gap: string;
  readonly break: string;
}

interface Speech {
  readonly small: readonly string[];
  /** What longer words are made of. */
  readonly syllables: readonly string[];
  readonly lengths: readonly [number, number];
  readonly space: string;
  readonly stop: string;
  readonly comma: string;
  readonly quotes: readonly [string, string];
  readonly words: readonly [number, number];
  readonly capital: boolean;
}

const speeches: Readonly<Record<Tongue, Speech>> = {
  english: {
    small:
      'the of and to in that a is for it was on as by with not at be this are from but or has an they which would have will its were more had been their than also after said one may all if should no can who what two over new about when other out up could only some into these so any first between under while against'.split(
        ' ',
      ),
    syllables:
      'pol i cy trade gov ern ment sec ur tax port har bour cred it min ist er al li ance re form cap ac mar ket la bour ex change in vest en er gy cli mate bor der par lia con sti tu tion cit i zen bud get def ence trea ty coun cil law court'.split(
        ' ',
      ),
    lengths: [2, 4],
    space: ' ',
    stop: '.',
    comma: ', ',
    quotes: ['“', '”'],
    words: [7, 30],
    capital: true,
  },
  french: {
    small:
      "le la les de des du et à en un une que qui ne pas pour dans sur avec par plus ce cette il elle ont est sont été être se au aux mais ou où leur ses son sa comme tout deux après sans sous entre contre selon l'on d'un n'est".split(
        ' ',
      ),
    syllables:
      'gou ver ne ment po li ti que é co no mie dé pen se bud get ré for me né go cia tion ci toy en fron tiè re éner gie cli mat sé cu ri té mar ché trai té con seil dé fen se pré si dent al lian ce'.split(
        ' ',
      ),
    lengths: [2, 4],
    space: ' ',
    stop: '.',
    comma: ', ',
    quotes: ['«\u00a0', '\u00a0»'],
    words: [8, 28],
    capital: true,
  },
  arabic: {
    small:
      'في من على إلى أن ما لا هذا هذه التي الذي كان قد عن مع بعد بين كل أو ثم غير حتى لم لن إن هو هي كما أكثر بسبب حول منذ'.split(
        ' ',
      ),
    syllables:
      'حكو مة سيا سة اقت صاد ميزا نية اتفا قية مفا وض حدو د طا قة منا خ أمن دفا ع برل مان تجا رة است ثمار وزا رة رئي س مجل س قا نون معا هدة تحا لف'.split(
        ' ',
      ),
    lengths: [2, 3],
    space: ' ',
    stop: '.',
    comma: '، ',
    quotes: ['«', '»'],
    words: [7, 24],
    capital: false,
  },
  chinese: {
    small: [
      ...'的了在是和不有人这中大为上个国我以要他时来用们到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所',
    ],
    syllables: [
      ...'政府经济安全条约能源气候边境议会预算改革市场贸易投资防务联盟总理部长委员谈判公民宪法权利港口税收银行信用企业劳动交换生态环境科技教育医疗农村城市交通建设发展合作危机冲突和平战略资源石油天然外交领导民主自由',
    ],
    lengths: [2, 3],
    space: '',
    stop: '。',
    comma: '，',
    quotes: ['“', '”'],
    words: [8, 26],
    capital: false,
  },
  thai: {
    small: 'และ ที่ ใน ของ เป็น การ ได้ ให้ มี ไม่ ว่า จะ กับ ความ จาก โดย แต่ หรือ นี้ ก็ ต้อง ยัง เมื่อ แล้ว ซึ่ง'.split(' '),
    syllables:
      'รัฐ บาล เศรษฐ กิจ นโย บาย งบ ประ มาณ สนธิ สัญญา พลัง งาน ภูมิ อากาศ ชาย แดน สภา ปฏิ รูป ตลาด การค้า ลง ทุน กลา โหม พันธ มิตร เจร จา พล เมือง ท่า เรือ ภาษี'.split(
        ' ',
      ),
    lengths: [2, 3],
    space: '',
    stop: ' ',
    comma: ' ',
    quotes: ['“', '”'],
    words: [8, 24],
    capital: false,
  },
};

/** A text of about so many UTF-16 units. */
export function draftOf(tongue: Tongue, length: number, random: Random): Draft {
  const voice = voiceOf(speeches[tongue], random);
  const boilerplate = Array.from({ length: 4 }, () => [voice.sentence(), voice.sentence()]);
  const template = Array.from({ length: 6 }, () => voice.sentence());
  const paragraphs: string[][] = [];
  let written = 0;
  while (written < length) {
    const count = random.between(6, 14);
    for (let i = 0; i < count; i++) {
      const sentences = Array.from({ length: random.between(1, 6) }, () => voice.sentence());
      if (random.chance(0.08))
        sentences.splice(random.between(0, sentences.length), 0, numbered(random.pick(template), random));
      paragraphs.push(sentences);
    }
    // What ends every article, and is the same in all of them.
    if (random.chance(0.7)) paragraphs.push([...random.pick(boilerplate)]);
    written = paragraphs.reduce((sum, one) => sum + one.reduce((all, { length }) => all + length + 1, 0), 0);
  }
  return placed({ tongue, gap: gapOf(tongue), break: '\n\n', paragraphs: paragraphs.map((one) => one.map(fresh)) });
}

const gapOf = (tongue: Tongue): string => (speeches[tongue].space === '' ? '' : ' ');

/** More sentences of the same language, of other words than a text of another seed has. */
export function voiceFor(tongue: Tongue, random: Random): Voice {
  return voiceOf(speeches[tongue], random);
}

export interface Voice {
  readonly sentence: () => string;
  readonly word: () => string;
}

function voiceOf(speech: Speech, random: Random): Voice {
  const { small, syllables, lengths, space, stop, comma, quotes, words, capital } = speech;
  const vocabulary = Array.from({ length: 2400 }, () =>
    Array.from({ length: random.between(...lengths) }, () => random.pick(syllables)).join(''),
  );
  const word = (): string => {
    if (random.chance(0.42)) return random.pick(small);
    if (random.chance(0.02)) return String(random.between(2, 2030));
    // The nth word is drawn about as often as 1/n (Zipf).
    return vocabulary[Math.floor(vocabulary.length ** random.next()) - 1] ?? random.pick(small);
  };
  const sentence = (): string => {
    const count = random.between(...words);
    const quoted = random.chance(0.1) ? random.between(1, count - 2) : -1;
    let said = '';
    for (let i = 0; i < count; i++) {
      const next = i === quoted ? quotes[0] + word() + quotes[1] : word();
      said += (i === 0 ? '' : random.chance(0.07) ? comma : space) + next;
    }
    return (capital ? said.charAt(0).toLocaleUpperCase() + said.slice(1) : said) + stop;
  };
  return { sentence, word };
}

/** A template said of another year and amount. */
export function numbered(sentence: string, random: Random): string {
  const bare = sentence.replace(/\s?\d+/g, '');
  const at = Math.floor(bare.length / 2);
  const space = bare.indexOf(' ', at);
  const put = space < 0 ? at : space;
  const gap = space < 0 ? '' : ' ';
  return `${bare.slice(0, put)}${gap}${random.between(1990, 2029)}${bare.slice(put)}`;
}

/** A sentence that was not in the first text. */
export const fresh = (text: string): Sentence => ({ text, origin: Array.from({ length: text.length }, () => -1) });

/** The draft with each character knowing its offset. */
export function placed(draft: Draft): Draft {
  let at = 0;
  const paragraphs = draft.paragraphs.map((paragraph, i) => {
    if (i > 0) at += draft.break.length;
    return paragraph.map(({ text }, j) => {
      if (j > 0) at += draft.gap.length;
      const origin = Array.from({ length: text.length }, (_, k) => at + k);
      at += text.length;
      return { text, origin };
    });
  });
  return { ...draft, paragraphs };
}

export interface Rendered {
  readonly text: string;
  /** For each offset of the first text the offset now, or -1. */
  readonly now: Int32Array;
}

export function rendered({ paragraphs, gap, break: between }: Draft, firstLength: number): Rendered {
  const now = new Int32Array(firstLength).fill(-1);
  const parts: string[] = [];
  let at = 0;
  for (const [i, paragraph] of paragraphs.entries()) {
    if (i > 0) {
      parts.push(between);
      at += between.length;
    }
    for (const [j, { text, origin }] of paragraph.entries()) {
      if (j > 0) {
        parts.push(gap);
        at += gap.length;
      }
      parts.push(text);
      for (let k = 0; k < text.length; k++) {
        const first = origin[k] as number;
        if (first >= 0) now[first] = at + k;
      }
      at += text.length;
    }
  }
  return { text: parts.join(''), now };
}

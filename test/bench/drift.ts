/*
 * What becomes of a text over time, one kind at a time: typing errors and corrections, sentences in and out, paragraphs moved, other typography
 * and line breaks, sentences rewritten, deleted, doubled, some of several copies deleted, a number or a "not" changed, another article in its
 * place. Every drift keeps for each character where it came from.
 */

import type { Random } from '../random';
import { doubled, withoutCopies } from './driftCopies';
import { type Draft, draftOf, fresh, type Paragraph, type Sentence, voiceFor } from './driftText';

export type Kind =
  | 'typos'
  | 'sentences in and out'
  | 'paragraphs moved'
  | 'typography, reflow'
  | 'sentences rewritten'
  | 'sentences deleted'
  | 'sentences doubled'
  | 'copies deleted'
  | 'meaning changed'
  | 'article replaced'
  | 'all together';

export const kinds: readonly Kind[] = [
  'typos',
  'sentences in and out',
  'paragraphs moved',
  'typography, reflow',
  'sentences rewritten',
  'sentences deleted',
  'sentences doubled',
  'copies deleted',
  'meaning changed',
  'article replaced',
  'all together',
];

export function drift(draft: Draft, kind: Kind, random: Random): Draft {
  switch (kind) {
    case 'typos':
      return eachSentence(draft, (sentence) => typos(sentence, random, 0.02));
    case 'sentences in and out':
      return inAndOut(draft, random, 0.1, 0.1);
    case 'paragraphs moved':
      return moved(draft, random, 0.2);
    case 'typography, reflow':
      return typography(draft, random);
    case 'sentences rewritten':
      return eachSentence(draft, (sentence) => (random.chance(0.2) ? rewritten(sentence, draft, random) : sentence));
    case 'sentences deleted':
      return inAndOut(draft, random, 0, 0.25);
    case 'sentences doubled':
      return doubled(draft, random);
    case 'copies deleted':
      return withoutCopies(draft, random);
    case 'meaning changed':
      return eachSentence(draft, (sentence) => (random.chance(0.5) ? otherMeaning(sentence, draft, random) : sentence));
    case 'article replaced': {
      const length = draft.paragraphs.flat().reduce((sum, { text }) => sum + text.length, 0);
      const other = draftOf(draft.tongue, length, random);
      return { ...other, paragraphs: other.paragraphs.map((one) => one.map(({ text }) => fresh(text))) };
    }
    case 'all together': {
      const cut = moved(inAndOut(draft, random, 0.06, 0.06), random, 0.08);
      return typography(
        eachSentence(cut, (sentence) => typos(sentence, random, random.chance(0.3) ? 0.02 : 0)),
        random,
      );
    }
  }
}

function eachSentence(draft: Draft, change: (sentence: Sentence) => Sentence): Draft {
  return { ...draft, paragraphs: draft.paragraphs.map((paragraph) => paragraph.map(change)) };
}

/** Letters put in, left out and mistaken. */
export function typos({ text, origin }: Sentence, random: Random, share: number): Sentence {
  if (share === 0) return { text, origin };
  const units: string[] = [];
  const from: number[] = [];
  const put = (unit: string, first: number) => {
    units.push(unit);
    from.push(first);
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const first = origin[i] as number;
    const other = text.charAt(random.between(0, text.length - 1));
    if (!random.chance(share) || /[\ud800-\udfff\p{M}\s]/u.test(unit + other + text.charAt(i + 1))) {
      put(unit, first);
      continue;
    }
    const way = random.between(0, 3);
    if (way === 0) continue;
    if (way === 1) put(other, first);
    else if (way === 2) {
      put(unit, first);
      put(other, -1);
    } else {
      // Two letters in the wrong order.
      put(text.charAt(i + 1), origin[i + 1] ?? -1);
      put(unit, first);
      i++;
    }
  }
  return { text: units.join(''), origin: from };
}

function inAndOut(draft: Draft, random: Random, put: number, taken: number): Draft {
  const voice = voiceFor(draft.tongue, random);
  const paragraphs = draft.paragraphs.flatMap((paragraph): Paragraph[] => {
    const sentences: Sentence[] = [];
    for (const sentence of paragraph) {
      if (random.chance(put)) sentences.push(fresh(voice.sentence()));
      if (!random.chance(taken)) sentences.push(sentence);
    }
    if (random.chance(put)) sentences.push(fresh(voice.sentence()));
    return sentences.length > 0 ? [sentences] : [];
  });
  return { ...draft, paragraphs };
}

function moved(draft: Draft, random: Random, share: number): Draft {
  const taken: Paragraph[] = [];
  const left = draft.paragraphs.filter((paragraph) => {
    if (!random.chance(share)) return true;
    taken.push(paragraph);
    return false;
  });
  for (const paragraph of taken) left.splice(random.between(0, left.length), 0, paragraph);
  return { ...draft, paragraphs: left };
}

const signs: Readonly<Record<string, readonly string[]>> = {
  '“': ['"', '„', '«'],
  '”': ['"', '“', '»'],
  "'": ['’'],
  '’': ["'"],
  '–': ['-', '—'],
  '-': ['‑'],
  '«': ['"', '“'],
  '»': ['"', '”'],
  '\u00a0': [' ', '\u202f', ''],
  é: ['e\u0301'],
  à: ['a\u0300'],
  '，': [',', '，'],
};

/** One house style instead of another: each sign becomes what it becomes everywhere, lines are broken, ligatures and soft hyphens come in. */
function typography(draft: Draft, random: Random): Draft {
  const style = new Map(Object.entries(signs).map(([sign, others]) => [sign, random.pick(others)]));
  const ligatures = random.chance(0.5);
  const soft = random.chance(0.5);
  const width = random.pick([0, 60, 80]);
  const spaced = draft.gap !== '';
  return eachSentence(draft, ({ text, origin }) => {
    const units: string[] = [];
    const from: number[] = [];
    let column = 0;
    for (let i = 0; i < text.length; i++) {
      let said = style.get(text.charAt(i)) ?? text.charAt(i);
      let first = origin[i] as number;
      if (ligatures && text.startsWith('fi', i)) {
        said = 'ﬁ';
        // Both letters stand in one now.
        units.push(said);
        from.push(first);
        i++;
        column++;
        continue;
      }
      if (said === ' ' && width > 0 && column > width) {
        said = '\n';
        column = 0;
      } else if (!spaced && width > 0 && column > width && !/\p{M}/u.test(text.charAt(i))) {
        units.push('\n');
        from.push(-1);
        column = 0;
      } else if (soft && spaced && /[a-z]/.test(said) && /[a-z]/.test(text.charAt(i + 1)) && random.chance(0.02)) {
        units.push(said, '\u00ad');
        from.push(first, -1);
        continue;
      }
      for (const unit of said) {
        units.push(unit);
        from.push(first);
        first = -1;
        column++;
      }
    }
    return { text: units.join(''), origin: from };
  });
}

const wordsOf = (text: string): string[] =>
  (text.includes(' ') ? text.match(/\S+\s*/g) : text.match(/.{1,3}/gsu)) ?? [];

/** Half of the words are others, and some have changed their place. */
function rewritten(sentence: Sentence, draft: Draft, random: Random): Sentence {
  const voice = voiceFor(draft.tongue, random);
  const pieces: Sentence[] = [];
  let at = 0;
  for (const word of wordsOf(sentence.text)) {
    const origin = sentence.origin.slice(at, at + word.length);
    at += word.length;
    if (random.chance(0.4)) {
      const other = voice.word() + (word.endsWith(' ') ? ' ' : '');
      // The new word stands for the old one: its ends are the old one's ends.
      pieces.push({
        text: other,
        origin: Array.from({ length: other.length }, (_, i) =>
          i === 0 ? (origin[0] ?? -1) : i === other.length - 1 ? (origin.at(-1) ?? -1) : -1,
        ),
      });
    } else pieces.push({ text: word, origin });
  }
  return { text: pieces.map(({ text }) => text).join(''), origin: pieces.flatMap(({ origin }) => origin) };
}

const negations: Readonly<Record<Draft['tongue'], string>> = {
  english: 'not ',
  french: 'jamais ',
  arabic: 'لا ',
  chinese: '不',
  thai: 'ไม่',
};

/** Another number where there is one, otherwise a negation more. */
function otherMeaning({ text, origin }: Sentence, draft: Draft, random: Random): Sentence {
  const digit = /\d/.exec(text);
  if (digit) {
    const other = String((Number(digit[0]) + random.between(1, 8)) % 10);
    return { text: text.slice(0, digit.index) + other + text.slice(digit.index + 1), origin };
  }
  const put = negations[draft.tongue];
  const middle = text.length >> 1;
  const space = text.indexOf(' ', middle);
  const at = draft.gap === '' || space < 0 ? middle : space + 1;
  return {
    text: text.slice(0, at) + put + text.slice(at),
    origin: [...origin.slice(0, at), ...Array.from({ length: put.length }, () => -1), ...origin.slice(at)],
  };
}

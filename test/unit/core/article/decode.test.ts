import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalText, decodeArticle } from '../../../../src/core/article/decode';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};
const textOf = (bytes: Uint8Array, encoding?: string): string | undefined => {
  const decoded = decodeArticle(bytes, encoding);
  return 'text' in decoded ? decoded.text : undefined;
};
const problemOf = (bytes: Uint8Array, encoding?: string) => {
  const decoded = decodeArticle(bytes, encoding);
  assert.ok('problem' in decoded);
  return decoded.problem;
};

test('the canonical text has no byte order mark and only LF, and is otherwise the same', () => {
  assert.equal(canonicalText('\ufeffa\r\nb\rc\n\r\nd\r\r\n'), 'a\nb\nc\n\nd\n\n');
  assert.equal(canonicalText('a\u00a0b\ufeffc e\u0301 \u2028'), 'a\u00a0b\ufeffc e\u0301 \u2028');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => canonicalText(canonicalText(text)) === canonicalText(text)),
  );
});

test('a byte order mark decides, whatever encoding is named', () => {
  const text = 'Größe 🙂\nzwei';
  assert.equal(textOf(utf8(`\ufeff${text}`), 'windows-1252'), text);
  assert.equal(textOf(utf16(`\ufeff${text}`, true)), text);
  assert.equal(textOf(utf16(`\ufeff${text}`, false)), text);
});

test('without a mark UTF-8 is tried strictly before the named encoding', () => {
  assert.equal(textOf(utf8('Größe'), 'windows-1252'), 'Größe');
  assert.equal(textOf(Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65), 'windows-1252'), 'Größe');
  assert.equal(textOf(Uint8Array.of(0xb0, 0xa1), 'gb18030'), '啊');
});

test('an encoding may be named as VS Code names it', () => {
  const bytes = Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65);
  for (const name of ['windows1252', 'iso88591', 'ISO-8859-15', 'latin1'])
    assert.equal(textOf(bytes, name), 'Größe', name);
  assert.equal(textOf(Uint8Array.of(0xcf, 0xf0, 0xe8), 'windows1251'), 'При');
  assert.equal(textOf(Uint8Array.of(0x8a, 0xbf), 'shiftjis'), '漢');
});

test('what cannot be decoded is refused with its place and a way out', () => {
  const problem = problemOf(Uint8Array.of(0x61, 0x0a, 0x62, 0xff, 0x63));
  assert.equal(problem.code, 'not-decodable');
  assert.deepEqual([problem.line, problem.column], [2, 2]);
  assert.match(problem.message, /byte 4 .*Save the article as UTF-8/);
  assert.equal(problemOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xc3), 'latin1').code, 'not-decodable');
  assert.equal(problemOf(Uint8Array.of(0xff), 'klingon').code, 'unknown-encoding');
});

test('UTF-16 without a mark is not taken for UTF-8 with zeros', () => {
  assert.equal(problemOf(utf16('plain text', true)).code, 'encoding-unclear');
  assert.equal(textOf(utf16('plain text', true), 'utf16le'), 'plain text');
});

test('nothing decodes to an empty text', () => {
  assert.equal(textOf(new Uint8Array()), '');
});

test('any bytes give a text or a problem within them', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.constantFrom(undefined, 'utf-8', 'shift_jis', 'nope'),
      (bytes, encoding) => {
        const decoded = decodeArticle(bytes, encoding);
        if ('text' in decoded) assert.equal(decoded.text, canonicalText(decoded.text));
        else
          assert.ok(
            decoded.problem.line >= 1 && decoded.problem.column >= 1 && decoded.problem.column <= bytes.length + 1,
          );
      },
    ),
    { numRuns: 200, includeErrorInReport: true },
  );
});

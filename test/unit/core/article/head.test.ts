/* Dates and bylines: what is one in which language, and what only looks like one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readByline } from '../../../../src/core/article/byline';
import { isoDate, readDateLine } from '../../../../src/core/article/dates';
import { isPictureSource, readHeadLine, readSource } from '../../../../src/core/article/headLine';

const dates: readonly (readonly [string, string | undefined])[] = [
  ['2024-03-12', '2024-03-12'],
  ['2024-03-12T09:30:00+01:00', '2024-03-12'],
  ['12 March 2024', '2024-03-12'],
  ['March 12, 2024', '2024-03-12'],
  ['Nov 3, 2011', '2011-11-03'],
  ['Sept. 3rd, 2011', '2011-09-03'],
  ['12. März 2024', '2024-03-12'],
  ['3. Jänner 2020', '2020-01-03'],
  ['1er août 2023', '2023-08-01'],
  ['12 de marzo de 2024', '2024-03-12'],
  ['١٢ مارس ٢٠٢٤', '2024-03-12'],
  ['12 آذار/مارس 2024', '2024-03-12'],
  ['12 كانون الثاني 2024', '2024-01-12'],
  ['2024年3月12日', '2024-03-12'],
  ['2024년 3월 12일', '2024-03-12'],
  ['12.03.2024', '2024-03-12'],
  ['31/12/2024', '2024-12-31'],
  ['12/31/2024', '2024-12-31'],
  ['October 2009', '2009-10'],
  ['03/04/2024', undefined],
  ['30 February 2024', undefined],
  ['May I ask', undefined],
  ['12 monkeys 2024', undefined],
  ['version 2.10.2024.5', undefined],
];

for (const [text, iso] of dates) {
  test(`date: ${text}`, () => assert.equal(isoDate(text), iso));
}

test('a line that only says when counts, with its words, its place and its time of day', () => {
  const lines = [
    'Published on Nov 3, 2011',
    'Berlin, 12. März 2024, 09:30 Uhr',
    'Stand: 12. März 2024',
    'Publié le 12 mars 2024 à 09h30',
    'Tue 14 May 2024 06.00 BST',
    'نُشر في ١٢ مارس ٢٠٢٤',
    '发布时间：2024年3月12日 09:30',
    'London – 3 June 2021',
  ];
  for (const line of lines) assert.ok(readDateLine(line), line);
});

test('the first date that is no update is when it was published', () => {
  assert.equal(readDateLine('Updated 5 May 2021 · Published 3 May 2021')?.published, '2021-05-03');
  assert.equal(readDateLine('Last modified on 5 May 2021')?.published, '2021-05-05');
  assert.equal(readDateLine('Published 03/04/2024')?.published, '03/04/2024');
});

test('a sentence with a date in it is no date line', () => {
  const lines = [
    'The treaty of 12 March 2024 failed',
    'On 3 May 2021 parliament met',
    'By 2024',
    'Volume 741: debated on 14 May 2024',
  ];
  for (const line of lines) assert.equal(readDateLine(line), undefined, line);
});

const bylines: readonly (readonly [string, readonly string[] | undefined])[] = [
  ['By Ana Ruiz', ['Ana Ruiz']],
  ['BY ANA RUIZ AND TOM HALE', ['ANA RUIZ', 'TOM HALE']],
  ['By Ana Ruiz and Tom Hale', ['Ana Ruiz', 'Tom Hale']],
  ['By Ana Ruiz, Tom Hale, and Mia de Jong', ['Ana Ruiz', 'Tom Hale', 'Mia de Jong']],
  ['By Ana Ruiz, Senior Fellow', ['Ana Ruiz']],
  ['By Ana Ruiz in Lima and Tom Hale in Oslo', ['Ana Ruiz', 'Tom Hale']],
  ['By Ana Ruiz | 12 March 2024', ['Ana Ruiz']],
  ['By J. R. Okafor Jr.', ['J. R. Okafor Jr.']],
  ['Von Heide Möller und Jörg van der Berg', ['Heide Möller', 'Jörg van der Berg']],
  ['Ein Gastbeitrag von Heide Möller', ['Heide Möller']],
  ['Par Solène d’Arcy et Luc Le Goff', ['Solène d’Arcy', 'Luc Le Goff']],
  ['Propos recueillis par Luc Le Goff', ['Luc Le Goff']],
  ['Por María José Peña', ['María José Peña']],
  ['Author: Ana Ruiz', ['Ana Ruiz']],
  ['بقلم: سلمى الرفاعي', ['سلمى الرفاعي']],
  ['بقلم سارة منصور وخالد يوسف', ['سارة منصور', 'خالد يوسف']],
  ['文｜李明', ['李明']],
  ['文/李明 编辑/王芳', ['李明']],
  ['作者：李明、王芳', ['李明', '王芳']],
  ['By contrast, the south grew', undefined],
  ['By 2030 the fleet will be gone', undefined],
  ['By Monday the deal was dead.', undefined],
  ['Von Anfang an war klar', undefined],
  ['Par exemple', undefined],
  ['Por supuesto que no', undefined],
];

for (const [text, names] of bylines) {
  test(`byline: ${text}`, () => assert.deepEqual(readByline(text)?.authors, names));
}

test('a source is where the text was published, not where its picture comes from', () => {
  assert.equal(readSource('Source: The Harbour Review'), 'The Harbour Review');
  assert.equal(readSource('Originally published in The Harbour Review.'), 'The Harbour Review');
  assert.equal(readSource('Zuerst erschienen in: Hafenrundschau'), 'Hafenrundschau');
  assert.equal(readSource('https://harbour.example/a'), 'https://harbour.example/a');
  for (const line of ['Source: Getty', 'Source: Getty Images', 'Source: Reuters']) {
    assert.equal(readSource(line), undefined, line);
    assert.ok(isPictureSource(line), line);
  }
  assert.equal(readSource('Link copied'), undefined);
  assert.equal(readSource('Sources of growth'), undefined);
});

test('one line may say several things', () => {
  const facts = readHeadLine('2024-03-12 09:30　来源：海岸网　作者：李明')?.facts;
  assert.deepEqual([facts?.published, facts?.source, facts?.authors], ['2024-03-12', '海岸网', ['李明']]);
  assert.equal(readHeadLine('Posted on March 3, 2023 by Nadia Ferro')?.facts.published, '2023-03-03');
  assert.equal(readHeadLine('Commentary | 12 March 2024')?.kind, 'date');
});

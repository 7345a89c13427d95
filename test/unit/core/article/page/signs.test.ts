/* Which lines of a saved page are signs that something other than the article begins. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signOf } from '../../../../../src/core/article/page/signs';

test('sentences about cookies, newsletters and rights are no signs', () => {
  for (const text of [
    'Newsletters are dead.',
    'Cookies are baked here.',
    'He wrote the newsletter himself.',
    'All rights reserved for the crown were sold.',
    'Related work has been done by others.',
    'More from the same well would dry it out.',
    'Share prices fell.',
    'The author is wrong.',
    'Subscribe to this view and you are lost.',
    'Topics: none worth a line? Hardly.',
    'Get well soon',
    'Photos can lie',
    'مشاركة المواطنين واجبة',
    '分享成果是关键',
  ]) {
    const sign = signOf(text);
    assert.ok(sign === undefined || (text.startsWith('Topics:') && sign.label === 'topics'), `${text}: ${sign?.label}`);
  }
});

test('the same signs in several languages', () => {
  const signs: readonly (readonly [string, string])[] = [
    ['Accept all cookies', 'cookie notice'],
    ['Alle akzeptieren', 'cookie notice'],
    ['Tout accepter', 'cookie notice'],
    ['قبول الكل', 'cookie notice'],
    ['Wir verwenden Cookies, um Inhalte zu personalisieren.', 'cookie notice'],
    ['Mehr zum Thema', 'related'],
    ['Sur le même sujet', 'related'],
    ['Artículos relacionados', 'related'],
    ['مقالات ذات صلة', 'related'],
    ['相关阅读', 'related'],
    ['More from The Valley Post', 'related'],
    ['Subscribe to our newsletter', 'newsletter'],
    ['S’inscrire à la newsletter', 'newsletter'],
    ["S'inscrire à la newsletter", 'newsletter'],
    ['Kommentare (12)', 'comments'],
    ['Über die Autorin', 'about'],
    ['عن الكاتب', 'about'],
    ['作者简介', 'about'],
    ['5 min read', 'page header'],
    ['Lesezeit: 4 Minuten', 'page header'],
    ['Temps de lecture : 4 min', 'page header'],
    ['Photo: Ana Ruiz/Valley Pictures', 'image credit'],
    ['© Getty Images', 'image credit'],
    ['Startseite › Presse', 'menu'],
    ['当前位置：首页 > 评论', 'menu'],
    ['© 2021 Verlag am Fluss', 'footer'],
    ['جميع الحقوق محفوظة © المركز', 'footer'],
    ['版权所有 © 海岸网', 'footer'],
    ['Die Ansichten der Autoren entsprechen nicht unbedingt denen der Redaktion.', 'disclaimer'],
    ['Anzeige', 'advertisement'],
  ];
  for (const [text, label] of signs) assert.equal(signOf(text)?.label, label, text);
});

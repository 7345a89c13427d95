import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import * as l10n from '../../../src/core/l10n';

afterEach(() => l10n.speak(undefined, 'en'));

test('without a bundle everything is said in English, whatever the language', () => {
  l10n.speak(undefined, 'de');
  assert.equal(l10n.t('{0} has no {1}.', 'It', '`tag`'), 'It has no `tag`.');
  assert.equal(l10n.plural(0, '{0} orphan', '{0} orphans'), '0 orphans');
  assert.equal(l10n.plural(12500, '{0} orphan', '{0} orphans'), '12,500 orphans');
  assert.ok(l10n.isEnglish());
});

test('a sentence is said in the words of the bundle, its parts in their order there, and in English where it lacks one', () => {
  l10n.speak({ '{0} of {1}': 'von {1} {0}' }, 'de');
  assert.equal(l10n.t('{0} of {1}', 'a', 'b'), 'von b a');
  assert.equal(l10n.t('{0} and {1}', 'a', 'b'), 'a and b');
  assert.ok(!l10n.isEnglish());
});

test('what is put in is put in as it is, signs of patterns and braces too', () => {
  assert.equal(l10n.t('“{0}” is {1}.', '{1}', '$&'), '“{1}” is $&.');
  assert.equal(l10n.t('“{0}” says nothing; write “{0}: {}”.', 'claim'), '“claim” says nothing; write “claim: {}”.');
});

test('the same English with a comment is another key', () => {
  l10n.speak({ 'Tag/verb': 'Auszeichnen', Tag: 'Kategorie' }, 'de');
  assert.equal(l10n.t({ message: 'Tag', comment: 'verb' }), 'Auszeichnen');
  assert.equal(l10n.t('Tag'), 'Kategorie');
  l10n.speak(undefined, 'en');
  assert.equal(l10n.t({ message: 'Tag', comment: 'verb' }), 'Tag');
});

test('counts take the form that the language has for them', () => {
  const arabic = { '{0} day': 'يوم واحد', '{0} days': '{0} يوم', '{0} days#two': 'يومان', '{0} days#few': '{0} أيام' };
  l10n.speak(arabic, 'ar');
  const days = (count: number) => l10n.plural(count, '{0} day', '{0} days');
  assert.equal(days(1), 'يوم واحد');
  assert.equal(days(2), 'يومان');
  assert.equal(days(3), `${l10n.number(3)} أيام`);
  assert.equal(days(11), `${l10n.number(11)} يوم`);
  l10n.speak({ '{0} day': '{0} jour', '{0} days': '{0} jours' }, 'fr');
  assert.equal(days(0), '0 jour', 'French has one for nothing, too');
  assert.equal(days(2), '2 jours');
});

test('the direction is that of the language', () => {
  for (const [language, direction] of [
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['de', 'ltr'],
    ['arn', 'ltr'],
  ] as const) {
    l10n.speak({}, language);
    assert.equal(l10n.direction(), direction, language);
  }
});

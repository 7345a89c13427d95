import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { annotationFilter } from '../../../../src/host/views/annotationFilter';
import { filterOffers } from '../../../../src/host/views/filterOffers';
import { sourceOf } from './sources';

const source = sourceOf([
  { id: 'a', words: 'Ports gain', by: 'Ana Lima' },
  { id: 'b', tag: 'premise', words: 'Depth pays', by: 'ben' },
  { id: 'c', tag: 'premise', words: 'Ships pay', by: 'Ana Lima' },
  { id: 'd', words: 'Gone', status: 'orphan' },
]);
const offered = (typed: string) =>
  filterOffers(typed, source).map(({ label, description, typed: text }) => `${label}|${description}|${text}`);

test('fields are offered where a condition could begin', () => {
  const fields = ['Tag|tag:|tag:', 'Person|by:|by:', 'Status|status:|status:'];
  assert.deepEqual(offered('').slice(0, 3), fields);
  assert.deepEqual(offered('depth ').slice(0, 1), ['Tag|tag:|depth tag:']);
  assert.deepEqual(offered('tag:"claim"').slice(0, 1), ['Tag|tag:|tag:"claim" tag:']);
});

test('nothing is offered while words are typed, nor behind a field that there is not', () => {
  assert.deepEqual(offered('dep'), []);
  assert.deepEqual(offered('"dep'), []);
  assert.deepEqual(offered('kin:c'), []);
});

test('behind a field: its values by frequency, in quotes where they need them, and last those without', () => {
  assert.deepEqual(offered('by:'), ['Ana Lima|2|by:"Ana Lima" ', 'ben|1|by:ben ', 'None|1|by:"" ']);
  assert.deepEqual(offered('by:an'), ['Ana Lima|2|by:"Ana Lima" ']);
  assert.deepEqual(offered('by:"an'), ['Ana Lima|2|by:"Ana Lima" ']);
  assert.deepEqual(offered('status:'), ['Placed|3|status:placed ', 'Orphans|1|status:orphan ']);
});

test('values are counted among what the rest lets through', () => {
  assert.deepEqual(offered('pay tag:'), ['Premise|2|pay tag:premise ']);
  assert.deepEqual(offered('tag:premise by:'), ['Ana Lima|1|tag:premise by:"Ana Lima" ', 'ben|1|tag:premise by:ben ']);
});

test('whatever the names: what is taken from the list shows as many as it says', () => {
  const anyName = fc.oneof(fc.string({ minLength: 1, maxLength: 6 }), fc.constantFrom('ana', 'ana lima', 'a"b', '\\'));
  fc.assert(
    fc.property(
      fc.array(anyName, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('', 'tag:claim '),
      (names, before) => {
        const any = sourceOf(names.map((by, i) => ({ id: `n${i}`, by, tag: i % 2 === 0 ? 'claim' : 'premise' })));
        for (const { typed, description, label } of filterOffers(`${before}by:`, any)) {
          const { filter, problem } = annotationFilter(typed, any);
          assert.equal(problem, undefined);
          const count = any.set.annotations.filter((one) => filter?.(one)).length;
          // Names that differ in case or accents alone are met together.
          assert.ok(count >= Number(description), label);
        }
      },
    ),
  );
});

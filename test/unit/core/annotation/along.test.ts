import assert from 'node:assert/strict';
import { test } from 'node:test';
import { along } from '../../../../src/core/annotation/along';
import { indexOf } from '../../../../src/core/annotation/model';
import { analyst } from './analyst';

test('from a premise to its conclusions and back, undercuts included, in text order', () => {
  const ana = analyst();
  const [claim, ships, bill, critics] = [
    ana.tag('claim', 'Those who gain should pay.'),
    ana.tag('premise', 'Ships have doubled in draught'),
    ana.tag('premise', 'In 2023 the bill passed ninety million.'),
    ana.tag('premise', 'a levy would push ships away'),
  ];
  ana.act({ verb: 'argue', premises: [bill], relation: 'supports', target: claim, id: 'argaaa' });
  ana.act({ verb: 'argue', premises: [ships], relation: 'supports', target: claim });
  ana.act({ verb: 'argue', premises: [critics], relation: 'attacks', target: 'argaaa' });
  const go = (id: string, direction: 'conclusion' | 'premise') =>
    along({ entries: indexOf(ana.set), placements: ana.placements() }, id, direction);
  assert.deepEqual(go(bill, 'conclusion'), [claim]);
  assert.deepEqual(go(critics, 'conclusion'), [claim]);
  assert.deepEqual(go(claim, 'premise'), [ships, bill, critics]);
  assert.deepEqual(go(claim, 'conclusion'), []);
  assert.deepEqual(go('nothing', 'premise'), []);
});

test('circles in a file end', () => {
  const annotations = ['a', 'b'].map((id) => ({ id, tag: 'claim', spans: [] }));
  const set = {
    annotations,
    arguments: [
      { id: 'x', premises: ['a'], attacks: 'y' },
      { id: 'y', premises: ['b'], attacks: 'x' },
      { id: 'z', premises: ['a'], supports: 'a' },
    ],
    links: [],
  };
  assert.deepEqual(along({ entries: indexOf(set), placements: new Map() }, 'a', 'conclusion'), []);
  assert.deepEqual(along({ entries: indexOf(set), placements: new Map() }, 'a', 'premise'), []);
});

/* The sample workspace is what a newcomer sees first: its sidecars must be without fault, and to the byte what Argmark itself writes. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { placeAll } from '../../../src/core/anchor/place';
import { attributeValue } from '../../../src/core/annotation/attributeValue';
import { tagOf } from '../../../src/core/annotation/codebook';
import { defaultCodebook } from '../../../src/core/annotation/defaultCodebook';
import type { Change } from '../../../src/core/annotation/edit';
import { indexOf } from '../../../src/core/annotation/model';
import { graphProblems } from '../../../src/core/argument/graph';
import { parseArticle } from '../../../src/core/article/parse';
import { indexCodePoints } from '../../../src/core/sidecar/codePoints';
import { isSidecarName, sidecarNameFor } from '../../../src/core/sidecar/names';
import { applyToSidecar } from '../../../src/core/sidecar/patch';
import { newSidecar, readSidecar, sidecarText } from '../../../src/core/sidecar/read';
import { selectorOf } from '../../../src/core/sidecar/selector';
import { sampleArticles } from '../../../src/host/commands/sampleArticles';

const folder = 'media/samples';
const articles = readdirSync(folder).filter((name) => !isSidecarName(name));

function sample(name: string) {
  const article = parseArticle(readFileSync(`${folder}/${name}`, 'utf8'));
  const text = readFileSync(`${folder}/${sidecarNameFor(name)}`, 'utf8');
  const sidecar = readSidecar(text);
  return { article, text, sidecar, set: sidecar.set };
}

test('there are three sample articles, and the command that copies them knows their names', () => {
  assert.equal(articles.length, 3);
  assert.deepEqual([...sampleArticles].sort(), articles);
});

for (const name of articles) {
  test(`${name}: no problem, and every annotation on its words`, () => {
    const { article, sidecar, set } = sample(name);
    assert.deepEqual([...sidecar.problems, ...graphProblems(set)], []);
    const index = indexCodePoints(article.text);
    const places = placeAll(set.annotations, article.text, index);
    for (const { id, spans } of set.annotations) {
      const place = places.get(id);
      assert.equal(place?.status, spans.length === 0 ? 'unstated' : 'exact', id);
      assert.deepEqual(
        place?.spans.map((span) => selectorOf(article.text, span, index)),
        spans,
        `${id} is recorded as its words are recorded today`,
      );
    }
  });

  test(`${name}: tags and attributes are those of the codebook, and none that is required is missing`, () => {
    for (const { id, tag, attributes = {} } of sample(name).set.annotations) {
      assert.ok(
        defaultCodebook.tags.some((one) => one.name === tag),
        `${id}: ${tag}`,
      );
      const known = tagOf(defaultCodebook, tag).attributes;
      const missing = known.filter((one) => one.required && !Object.hasOwn(attributes, one.name));
      assert.deepEqual(missing, [], id);
      for (const [key, value] of Object.entries(attributes)) {
        const attribute = known.find((one) => one.name === key) ?? assert.fail(`${id}: ${key}`);
        assert.deepEqual(attributeValue(attribute, value), { value }, id);
      }
    }
  });

  test(`${name}: the file is what Argmark itself writes of these annotations`, () => {
    const { text, sidecar, set } = sample(name);
    const { attributes = {}, ...facts } = sidecar.article;
    const changes: Change[] = [
      { kind: 'article', id: 'stance', before: {}, after: attributes },
      ...set.annotations.map((after): Change => ({ kind: 'annotation', id: after.id, after })),
      ...set.arguments.map((after): Change => ({ kind: 'argument', id: after.id, after })),
      ...set.links.map((after): Change => ({ kind: 'link', id: after.id, after })),
    ];
    const written = applyToSidecar(newSidecar(facts), { label: '', changes });
    assert.equal(written.refusal, undefined);
    assert.equal(sidecarText(written.sidecar), text);
  });

  test(`${name}: it shows all that an annotation and an argument can be`, () => {
    const { set } = sample(name);
    const { annotations, arguments: inferences, links } = set;
    for (const tag of ['major-claim', 'claim', 'premise', 'evidence', 'assumption']) {
      assert.ok(
        annotations.some((one) => one.tag === tag),
        tag,
      );
    }
    for (const field of ['wording', 'note', 'speaker'] as const) {
      assert.ok(
        annotations.some((one) => one[field]),
        field,
      );
    }
    assert.ok(
      annotations.some((one) => one.spans.length === 0),
      'an unstated premise',
    );
    assert.ok(
      inferences.some((one) => one.premises.length > 1),
      'linked premises',
    );
    const isUndercut = ({ attacks = '' }) => indexOf(set).arguments.has(attacks);
    assert.ok(inferences.some(isUndercut), 'an undercut');
    assert.ok(
      inferences.some((one) => one.attacks !== undefined && !isUndercut(one)),
      'an attack',
    );
    assert.ok(
      inferences.some((one) => one.scheme),
      'a scheme',
    );
    assert.equal(links.length, 1, 'a link');
    assert.ok(set.attributes?.stance, 'an attribute of the article');
  });
}

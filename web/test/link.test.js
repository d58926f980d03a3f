import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format, parse } from '../js/link.js';
import { vectors } from './vectors.js';

for (const vector of vectors('link')) {
  test(`${vector.name}: ${vector.field('comment')}`, () => {
    const { link, fault } = parse(vector.body.toString());
    assert.equal(fault ?? 'ok', vector.field('expect'));
    if (!link) return;
    const { base, roomId, key, secret } = link;
    for (const [name, value] of Object.entries({ base, roomId, key, secret })) {
      assert.equal(value, vector.field(name), name);
    }
    assert.deepEqual(parse(format(link)).link, link);
  });
}

/**
 * The rules of the house that no linter knows.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const WEB = new URL('../', import.meta.url);
const page = readFileSync(new URL('index.html', WEB), 'utf8');
const modules = readdirSync(new URL('js/', WEB), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, code: withoutDocs(readFileSync(new URL(`js/${name}`, WEB), 'utf8')) }));

/** @param {string} code whose JSDoc may import types, which is no import */
function withoutDocs(code) {
  return code.replace(/\/\*\*.*?\*\//gs, '');
}

/** @param {RegExp} pattern */
const using = (pattern) => modules.filter(({ code }) => pattern.test(code)).map(({ name }) => name);

/** @param {string} file */
const importing = (file) =>
  modules
    .map(({ name }) => name)
    .filter((name) => imports(name).some((each) => each.endsWith(`/${file}`)));

/** @param {string} name @returns {string[]} the specifiers of what the module imports */
function imports(name) {
  const code = modules.find((module) => module.name === name)?.code ?? '';
  return [...code.matchAll(/^import [^;]*?'([^']+)';|import\(['`]([^'`$]+)/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

test('session.js alone seals and opens, and it alone connects', () => {
  const session = ['session.js'];
  assert.deepEqual(using(/^import [^;]*\b(?:seal|open)\b[^;]*payload\.js'/m), session);
  assert.deepEqual(importing('world.js'), session);
  assert.deepEqual(importing('socket.js'), ['world.js']);
});

test('modules import each other by relative address, and what they import is there', () => {
  for (const { name } of modules) {
    for (const specifier of imports(name)) {
      assert.match(specifier, /^\.\.?\//, name);
      assert.ok(
        existsSync(new URL(specifier, new URL(`js/${name}`, WEB))),
        `${name}: ${specifier}`,
      );
    }
  }
});

test('the page holds no script, no style and no handler of its own', () => {
  assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+=|javascript:/i);
  assert.equal(page.match(/<script/g)?.length, 1);
  assert.match(page, /<script type="module" src="\/assets\/js\/main\.js"><\/script>/);
});

test('everything that the page refers to is ours, and there', () => {
  const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(
    ([, address]) => address ?? '',
  );
  for (const address of addresses.filter((each) => each !== '/')) {
    assert.match(address, /^\/assets\//);
    assert.ok(existsSync(new URL(address.replace('/assets/', ''), WEB)), address);
  }
  // Those of the documentation are for the pages under /docs/.
  const styles = readdirSync(new URL('css/', WEB)).filter((name) => !name.startsWith('docs'));
  assert.deepEqual(
    styles.filter((name) => !addresses.includes(`/assets/css/${name}`)),
    [],
  );
  for (const name of styles) {
    const css = readFileSync(new URL(`css/${name}`, WEB), 'utf8');
    assert.doesNotMatch(css, /url\(|@import/, name);
  }
});

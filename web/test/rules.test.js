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
  .map((name) => ({ name, code: readFileSync(new URL(`js/${name}`, WEB), 'utf8') }));

/** @param {RegExp} pattern */
const using = (pattern) => modules.filter(({ code }) => pattern.test(code)).map(({ name }) => name);

/** @param {string} name @returns {string[]} the specifiers of what the module imports */
function imports(name) {
  const code = modules.find((module) => module.name === name)?.code ?? '';
  return [...code.matchAll(/^import [^;]*?'([^']+)';|import\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

test('one module encrypts, and it imports nothing', () => {
  assert.deepEqual(using(/crypto\.subtle/), ['payload.js']);
  assert.deepEqual(imports('payload.js'), []);
});

test('one module opens a WebSocket, and it imports nothing', () => {
  assert.deepEqual(using(/^(?! *(?:\/?\*|\/\/)).*\bWebSocket\b/m), ['socket.js']);
  assert.deepEqual(imports('socket.js'), []);
});

test('one module alone imports both the encryption and the network', () => {
  const both = modules
    .map(({ name }) => name)
    .filter((name) => ['./payload.js', './wire.js'].every((each) => imports(name).includes(each)));
  assert.deepEqual(both, ['session.js']);
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
  // docs.css is for the pages under /docs/.
  const styles = readdirSync(new URL('css/', WEB)).filter((name) => name !== 'docs.css');
  assert.deepEqual(
    styles.filter((name) => !addresses.includes(`/assets/css/${name}`)),
    [],
  );
  for (const name of styles) {
    const css = readFileSync(new URL(`css/${name}`, WEB), 'utf8');
    assert.doesNotMatch(css, /url\(|@import/, name);
  }
});

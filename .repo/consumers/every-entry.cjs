// Requires every entry of every package from what was installed: the way of CommonJS into ES modules.
const assert = require('node:assert/strict');
const { packages, entries } = require('./entries.json');

for (const name of packages) assert.equal(require(`${name}/package.json`).name, name);
(async () => {
  for (const entry of entries) {
    const required = require(entry);
    const imported = await import(entry);
    assert.deepEqual(
      Object.keys(required).sort(),
      Object.keys(imported).sort(),
      `${entry} is another thing to require than to import`,
    );
    for (const name of Object.keys(imported)) assert.equal(required[name], imported[name], `${entry} has two of ${name}`);
  }
})().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

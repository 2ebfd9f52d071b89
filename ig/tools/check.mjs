// Compiles into a temporary folder and fails when the committed result differs: source and result never part.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generate } from './generate.mjs';
import { generated } from './places.mjs';

function contents(folder) {
  const files = fs.readdirSync(folder, { recursive: true }).filter((file) => fs.statSync(path.join(folder, file)).isFile());
  return new Map(files.map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]));
}

function differences(committed, fresh) {
  const names = [...new Set([...committed.keys(), ...fresh.keys()])].sort();
  return names.filter((name) => committed.get(name) !== fresh.get(name));
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meerwaarde-ig-check-'));
try {
  generate(folder);
  const differing = differences(contents(generated), contents(folder));
  for (const name of differing) console.error(`differs from its source: ${name}`);
  if (differing.length > 0) {
    console.error('run "npm run build" and commit the result');
    process.exitCode = 1;
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

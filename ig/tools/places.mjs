// The folders the tools share.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

// SUSHI looks for FHIR packages under the home folder; ours stands beside the sources, so that no other cache plays a part.
export const home = path.join(root, '.home');

export const generated = path.join(root, 'fsh-generated');

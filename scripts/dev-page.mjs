// Trunk's last step: puts backend.json into the development page, as scripts/dist.mjs does for the release.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const page = join(process.env.TRUNK_STAGING_DIR, 'index.html');
const backend = readFileSync(join(process.env.TRUNK_SOURCE_DIR, 'backend.json'), 'utf8').trim();
writeFileSync(page, readFileSync(page, 'utf8').replace('id="backend">{}', () => `id="backend">${backend}`));

// What `yaml` alone needs: parses the files that are named, or those in the folders that are, and does nothing else.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

const paths = process.argv.slice(2);
const files = paths.flatMap((path) =>
  statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path],
);
// `uniqueKeys` would compare each key with every other.
for (const file of files) parseDocument(readFileSync(file, 'utf8'), { uniqueKeys: false });

import { guidelineLines } from '../report/plainText';
import { decodeText } from '../workspace/decode';
import { parseYaml } from '../yaml/parseDocument';
import type { Environment, ExitCode } from './environment';
import { UnusableCall } from './environment';

/** `labelwright textconv FILE`: a guideline as lines that git can compare; as it is where it cannot be read. */
export async function runTextconv(path: string, environment: Environment): Promise<ExitCode> {
  const bytes = await environment.fileSystem([]).read(environment.uriOf(path));
  if (!bytes) throw new UnusableCall(`There is no file “${path}”.`);
  const text = decodeText(bytes);
  const document = parseYaml(text);
  environment.print(document.errors.length > 0 ? text : `${guidelineLines(document).join('\n')}\n`);
  return 0;
}

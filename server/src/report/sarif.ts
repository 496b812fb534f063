import type { ArtifactLocation, Log, Region, ReportingDescriptor, Result, Run } from 'sarif';
import { relativeUri } from '../workspace/uris';
import type { Range } from '../yaml/position';

/** The name that SARIF viewers know for the folder that paths are relative to. */
const uriBaseId = '%SRCROOT%';

/** What was found in one repository. */
export interface SarifRun {
  /** The URI of its top. */
  readonly root: string;
  /** Labelwright's version. */
  readonly version: string;
  readonly rules: readonly ReportingDescriptor[];
  /** The URIs of the files that were looked at. */
  readonly files: readonly string[];
  readonly results: Result[];
}

/** SARIF 2.1.0 as JSON text, with a line end. */
export function sarifLog(runs: Run[]): string {
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** One run of Labelwright; paths are relative to the top of the repository. */
export function sarifRun({ root, version, rules, files, results }: SarifRun): Run {
  return {
    tool: {
      driver: {
        name: 'Labelwright',
        version,
        semanticVersion: version,
        rules: [...rules],
      },
    },
    originalUriBaseIds: { [uriBaseId]: { description: { text: 'The top of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true }],
    artifacts: files.map((uri) => ({ location: locationOf(root, uri), roles: ['analysisTarget'] })),
    results,
  };
}

/** A file, as a path from the top of its repository where it lies in there. */
export function locationOf(root: string, uri: string): ArtifactLocation {
  const relative = relativeUri(root, uri);
  return relative === undefined ? { uri } : { uri: relative, uriBaseId };
}

/** From 1, in UTF-16 code units; the end column is the one behind the last. */
export function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

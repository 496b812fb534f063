export type GithubCommand = 'error' | 'warning' | 'notice';

/** A place in a file of the repository; lines and columns count from 1, the end is exclusive. */
export interface GithubPlace {
  /** From the top of the repository. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A command of GitHub Actions, which marks lines of a pull request. */
export function githubCommand(command: GithubCommand, place: GithubPlace, title: string, message: string): string {
  const { file, line, column, endLine, endColumn } = place;
  // Columns count only where the place begins and ends in one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ file, line, endLine, ...columns, title });
  const written = properties.map(([name, value]) => `${name}=${inProperty(String(value))}`);
  return `::${command} ${written.join(',')}::${inData(message)}`;
}

function inData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

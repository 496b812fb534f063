import { CodeActionKind } from 'vscode-languageserver-types';

/** Mends all of a file that may be mended without asking; editors can run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.labelwright`;

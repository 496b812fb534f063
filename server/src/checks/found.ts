import type { Finding, Severity } from './problem';

/** What a rule found, with its level where the configuration says nothing; no finding when the rule failed. */
export interface Found {
  readonly rule: string;
  readonly level: Severity;
  readonly finding?: Finding;
}

import type { Severity } from './problem';

/** Rules that are no files of their own: what the engine itself says. */
export interface BuiltInRule {
  readonly id: string;
  readonly level: Severity;
  readonly what: string;
  readonly why: string;
}

export const builtInRules: readonly BuiltInRule[] = [
  {
    id: 'yaml',
    level: 'error',
    what: 'A guideline is well-formed YAML, of the part of YAML that guidelines use: keys, values, lists and texts.',
    why:
      'What cannot be read cannot be checked. Anchors, aliases, merge keys, tags and several documents in one file are left out of the format, ' +
      'because a reader of the text would have to expand them in the head.',
  },
  {
    id: 'schema',
    level: 'error',
    what: 'Keys and values are those of the format: no unknown keys, none missing, each value of the kind its key takes.',
    why: 'A misspelt key is otherwise passed over in silence: an `exlude` excludes nothing.',
  },
  {
    id: 'internal',
    level: 'error',
    what: 'A rule failed while it looked at this file. The other rules have run.',
    why: 'A check that did not run must not look like a check that found nothing. Please report it, with the file if it may be shown.',
  },
  {
    id: 'rule-must-exist',
    level: 'error',
    what: 'The rules that `labelwright.yaml` sets a level for, or waives, exist; so do those that a comment disables.',
    why: 'A level for a misspelt rule changes nothing, and nobody notices.',
  },
  {
    id: 'annotations-match-guideline',
    level: 'error',
    what:
      'Annotations that `labelwright check GUIDELINE --annotations PATH…` reads have labels of the guideline, are marked in a way that it allows, ' +
      'have attributes and values that it knows, and lie on their images.',
    why: 'Annotations that do not follow the guideline teach a model something else than was agreed, and it is cheaper to find them before training than after it.',
  },
  {
    id: 'waiver-has-expired',
    level: 'error',
    what: 'A waiver in `labelwright.yaml` is not past its date.',
    why: 'Somebody accepted a problem for a time. After that time it counts again, and the waiver says so at its own place.',
  },
  {
    id: 'waiver-needs-reason',
    level: 'error',
    what: 'A comment `# labelwright-disable-next-line RULE: reason` names the rule and gives a reason.',
    why: 'Who reads the guideline later must be able to tell an exception that was thought over from one that was not. Without a reason the comment does not count.',
  },
  {
    id: 'waiver-without-effect',
    level: 'warning',
    what: 'A waiver, in `labelwright.yaml` or in a comment, hides a problem.',
    why:
      'What was accepted once has been mended since, or the waiver names the wrong place. If it stays, it hides the next problem there, at which nobody has looked. ' +
      'Waivers of rules that compare with earlier versions are not judged: what they find goes away with the commit.',
  },
];

import type { Severity } from './problem';

/** How strict a check is where no level is set for a rule. */
export type Tier = 'recommended' | 'strict' | 'draft';

export type Level = Severity | 'off';

/** What a tier makes of the level that a rule has by itself. */
export interface TierTable {
  /** For whom it is, as the documentation says it. */
  readonly what: string;
  readonly levels: Readonly<Record<Severity, Level>>;
  /** Rules that count otherwise than their level says. */
  readonly rules: Readonly<Record<string, Level>>;
}

/** What each tier means. The rules know nothing of it. */
export const tiers: Readonly<Record<Tier, TierTable>> = {
  recommended: {
    what: 'A guideline that people work with: each rule counts as its page says.',
    levels: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
    rules: {},
  },
  strict: {
    what: 'A guideline that is to be published, or that a product rests on: what a reviewer would ask about must be mended too.',
    levels: { error: 'error', warning: 'error', info: 'warning', hint: 'info' },
    rules: {},
  },
  draft: {
    what: 'A guideline that is being written: only what is surely wrong is reported.',
    levels: { error: 'error', warning: 'off', info: 'off', hint: 'off' },
    rules: {
      // Images are often taken after the text that speaks of them.
      'sample-file-must-exist': 'info',
      // A slip of the keyboard, which nobody means to write, draft or not.
      'keys-stand-outside-prose': 'warning',
      'dates-in-order': 'warning',
    },
  },
};

/** The level of a rule under a tier. */
export function tierLevel(tier: Tier, rule: string, level: Severity): Level {
  const { levels, rules } = tiers[tier];
  return Object.hasOwn(rules, rule) ? (rules[rule] ?? 'off') : levels[level];
}

import type { Resolved, ResolvedConfig } from '../workspace/workspace';
import { isIncomplete } from './brokenPlaces';
import type { CheckConfig } from './config';
import { levelOf, noSuchRule, removeWaiverFix } from './config';
import type { DisableComment, DisabledRule } from './disableComments';
import { disableComments, removeDisableFix } from './disableComments';
import { byPlace, docsPage } from './engine';
import { nearest } from './nearest';
import type { Fix, Problem, Severity } from './problem';
import type { Range } from '../yaml/position';
import { hasUnreadLabels } from './unread';
import type { Waiver } from './waiver';
import { isOfFile, isOfPlace, isPast } from './waiver';
import { quoted } from './words';

/** What is known of rules where waivers of them are judged. */
export interface KnownRules {
  /** The level that each rule has by itself. */
  readonly levels: ReadonlyMap<string, Severity>;
  /** Those that look at the history: what they find goes away with the next commit, or is not seen without git. */
  readonly historical: ReadonlySet<string>;
}

/** What is left of the problems of a file, and what hid the others. */
export interface Waived {
  /** Those that nobody accepted, and what is wrong with the comments that accept some; sorted by place, then rule. */
  readonly problems: readonly Problem[];
  /** The waivers of the configuration that hid a problem here, or may when the file can be read as a whole. */
  readonly used: ReadonlySet<Waiver['node']>;
}

/** What is said of waivers themselves cannot be waived. */
const unwaivable = new Set([
  'internal',
  'rule-must-exist',
  'waiver-has-expired',
  'waiver-needs-reason',
  'waiver-without-effect',
]);

/** Whether some problems of a file may be accepted. */
export function mayAccept({ file }: Resolved, { waivers, uri }: CheckConfig): boolean {
  return waivers.some((one) => isOfFile(one, uri, file.uri)) || disableComments(file.document).length > 0;
}

/** Takes away the problems of a file that are accepted: in `labelwright.yaml`, or in the line above. */
export function applyWaivers(
  found: readonly Problem[],
  resolved: Resolved,
  config: CheckConfig,
  rules: KnownRules,
  today: string,
): Waived {
  const { uri, document } = resolved.file;
  const comments = disableComments(document);
  const waivers = config.waivers.filter((one) => !isPast(one, today) && isOfFile(one, config.uri, uri));
  if (comments.length === 0 && waivers.length === 0) return { problems: found, used: new Set() };

  const used = new Set<Waiver['node']>();
  const useful = new Set<DisabledRule>();
  const byLine = new Map(comments.map((one) => [one.target, comments.filter(({ target }) => target === one.target)]));
  const left = found.filter(({ rule, range: { start } }) => {
    if (unwaivable.has(rule)) return true;
    const hiding = waivers.filter((one) => one.rule === rule && isOfPlace(one, document, start));
    const disabling = (byLine.get(start.line) ?? [])
      .filter(({ reason }) => reason !== '')
      .flatMap((comment) => comment.rules.filter(({ id }) => id === rule));
    for (const { node } of hiding) used.add(node);
    for (const one of disabling) useful.add(one);
    return hiding.length === 0 && disabling.length === 0;
  });

  const isWhole = !isIncomplete(document) && (resolved.kind === 'config' || !hasUnreadLabels(resolved));
  const failed = found.some(({ rule }) => rule === 'internal');
  if (!isWhole || failed) for (const { node } of waivers) used.add(node);
  for (const { rule, node } of waivers) if (!canBeJudged(rule, config, rules)) used.add(node);
  const problem = (rule: string, level: Severity, range: Range, message: string, fixes: Fix[]): Problem[] => {
    const severity = levelOf(config, rule, level);
    return severity === 'off' ? [] : [{ uri, range, severity, rule, message, docs: docsPage(rule), fixes }];
  };
  const own = comments.flatMap((comment) => [
    ...ofComment(comment),
    ...comment.rules.flatMap((rule) => ofRule(comment, rule)),
  ]);
  return { problems: own.length === 0 ? left : [...left, ...own].sort(byPlace), used };

  function ofComment(comment: DisableComment): Problem[] {
    if (comment.rules.length > 0 && comment.reason !== '') return [];
    const what = comment.rules.length === 0 ? 'which rule it disables, and why' : 'why it disables the rule';
    const example = `# labelwright-disable-next-line ${comment.rules[0]?.id ?? 'rule-id'}: the reason`;
    const message = `This comment does not say ${what}, and does not count. Write “${example}”.`;
    return problem('waiver-needs-reason', 'error', comment.range, message, [removeDisableFix(comment)]);
  }

  function ofRule(comment: DisableComment, rule: DisabledRule): Problem[] {
    if (!rules.levels.has(rule.id)) {
      const meant = nearest(rule.id, rules.levels.keys());
      const change = (text: string): Fix => ({
        title: `Change to “${text}”`,
        preferred: true,
        edits: () => [{ range: rule.range, text }],
      });
      const fixes = [...(meant ? [change(meant)] : []), removeDisableFix(comment, rule)];
      return problem('rule-must-exist', 'error', rule.range, noSuchRule(rule.id, meant), fixes);
    }
    const isIdle = comment.reason !== '' && !useful.has(rule) && isWhole && !failed;
    if (!isIdle || !canBeJudged(rule.id, config, rules)) return [];
    const message = `There is no problem of ${quoted(rule.id)} in the line that this comment speaks of. Remove it.`;
    const fix = removeDisableFix(comment, rule, true);
    return problem('waiver-without-effect', 'warning', rule.range, message, [fix]);
  }
}

/** Whether a waiver that hid nothing has no effect: not where its rule is switched off, or finds what is not there for long. */
function canBeJudged(rule: string, config: CheckConfig, { levels, historical }: KnownRules): boolean {
  return levelOf(config, rule, levels.get(rule) ?? 'error') !== 'off' && !historical.has(rule);
}

/** The waivers of a `labelwright.yaml` that hide nothing, given those that hid something in any file. */
export function idleWaivers(
  { file }: ResolvedConfig,
  config: CheckConfig,
  used: ReadonlySet<Waiver['node']>,
  rules: KnownRules,
  today: string,
): Problem[] {
  const severity = levelOf(config, 'waiver-without-effect', 'warning');
  if (severity === 'off') return [];
  return config.waivers
    .filter((one) => !used.has(one.node) && !isPast(one, today) && rules.levels.has(one.rule))
    .filter(({ rule }) => canBeJudged(rule, config, rules))
    .map(({ rule, at, node }) => ({
      uri: file.uri,
      range: file.document.range(node),
      severity,
      rule: 'waiver-without-effect',
      message: `This waiver hides nothing: there is no problem of ${quoted(rule)} at ${quoted(at)}. Remove it.`,
      docs: docsPage('waiver-without-effect'),
      fixes: [removeWaiverFix(file.document.root, node, true)],
    }));
}

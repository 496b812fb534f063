import type { Attribute } from '../model/attribute';
import type { AttributeEntry, LabelEntry } from '../generated/taxonomy';
import type { Label } from '../model/taxonomy';
import type { LoadWasm } from '../annotations/images/picture';
import type { InspectImage } from '../annotations/patientData';
import type { FileSystem } from '../workspace/fileSystem';
import type { Resolved, ResolvedProtocol, ResolvedTaxonomy } from '../workspace/workspace';
import type { YamlDocument } from '../yaml/document';
import type { LabelView } from './across/labelView';
import type { ApprovedVersion } from './approvedVersions';
import type { Fictitious } from './fictitious';
import type { Found } from './found';
import type { Finding, Severity } from './problem';

/** A key of a label, or of an attribute that it defines itself: `definition`, `attributes.unit`. */
export type LabelKey = keyof LabelEntry | `attributes.${keyof AttributeEntry}`;

export type Family = 'taxonomy' | 'protocol' | 'samples' | 'versions';

/** What the rule's page says. Examples are run as tests: `invalid` has exactly one finding of the rule, `valid` none. */
export interface RuleDocs {
  /** What is checked, in one or two sentences. */
  readonly what: string;
  /** Why it matters for annotations, and who says so. */
  readonly why: string;
  readonly invalid: RuleExample;
  readonly valid: RuleExample;
}

/** A small workspace: texts by path. The document under check is the first one. */
export type RuleExample = Readonly<Record<string, string>>;

interface RuleBase {
  /** Kebab-case; reads as a sentence: `parent-must-exist`. */
  readonly id: string;
  readonly family: Family;
  /** Level where the configuration says nothing. */
  readonly level: Severity;
  readonly docs: RuleDocs;
}

/**
 * Looks at one label as it is written, and at nothing else: its findings stay good as long as the label's text does.
 */
export interface LabelRule extends RuleBase {
  readonly scope: 'label';
  /** The keys of a label that it looks at: it is not asked of a label that has none of them. Any label, when absent. */
  readonly on?: readonly LabelKey[];
  /** The document is that of the label: of its text, only the label's own part may be looked at. */
  readonly check: (label: Label, document: YamlDocument) => readonly Finding[];
  /** The same for a shared attribute of a taxonomy, as `check` does it for a label's own. */
  readonly shared?: (attribute: Attribute, document: YamlDocument) => readonly Finding[];
}

/**
 * Looks at one label and, by way of `view`, at what it needs of the others: it looks again when the label's text changes,
 * or what it saw there.
 */
export interface AcrossRule extends RuleBase {
  readonly scope: 'label-in-space';
  /** The keys of a label that it looks at: it is not asked of a label that has none of them. Any label, when absent. */
  readonly on?: readonly LabelKey[];
  readonly check: (label: Label, view: LabelView) => readonly Finding[];
  /** What stands outside of labels: the head of a taxonomy, or a whole protocol. */
  readonly outside?: (guideline: ResolvedTaxonomy | ResolvedProtocol) => readonly Finding[];
  /** Whether it says nothing of a guideline that may have labels which could not be read. */
  readonly needsAllLabels?: boolean;
}

/** Looks at a whole guideline of either kind, with what it refers to. */
export interface GuidelineRule extends RuleBase {
  readonly scope: 'guideline';
  readonly check: (guideline: ResolvedTaxonomy | ResolvedProtocol) => readonly Finding[];
}

/** Looks at the head of a taxonomy and at its imports: at each edit, so that it does not go through the labels. */
export interface TaxonomyRule extends RuleBase {
  readonly scope: 'taxonomy';
  readonly check: (taxonomy: ResolvedTaxonomy) => readonly Finding[];
}

/** Looks at a whole protocol with its taxonomy. */
export interface ProtocolRule extends RuleBase {
  readonly scope: 'protocol';
  readonly check: (protocol: ResolvedProtocol) => readonly Finding[];
}

/** The part of a version that a change asks to be raised. */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** Why work is left off: what it looks at has changed meanwhile. */
export class Overtaken extends Error {}

/** What rules need that look beyond the guideline's text. */
export interface Surroundings {
  readonly fileSystem: FileSystem;
  /** The approved versions of a guideline in git, newest first, each read when it is asked for. */
  readonly approvedVersions: (uri: string) => AsyncIterable<ApprovedVersion>;
  /** Folders that may be read; other paths are not followed. */
  readonly folders: readonly string[];
  /** What the change from one version of a guideline to another asks for; where it is not given, versions are only told apart. */
  readonly bumpBetween?: (before: Resolved, after: Resolved) => Bump | Promise<Bump>;
  /** Reads the patient data of an image, off the main thread where there is another one. */
  readonly inspectImage: InspectImage;
  /** Loads decoders of images, which masks may be packed with; such masks cannot be read when this is not given. */
  readonly loadWasm?: LoadWasm;
  /** What looks like patient data, and is made up. */
  readonly fictitious?: Fictitious;
  /** Whether what is found is no longer wanted, because the texts have changed. */
  readonly isOvertaken?: () => boolean;
}

/** Looks at files beside the guideline, or at its history. */
export interface SurroundingsRule extends RuleBase {
  readonly scope: 'surroundings';
  readonly check: (guideline: ResolvedTaxonomy | ResolvedProtocol, around: Surroundings) => AsyncIterable<Finding>;
}

export type Rule = LabelRule | AcrossRule | GuidelineRule | TaxonomyRule | ProtocolRule | SurroundingsRule;

/** What a rule is asked of. */
export interface Check<A, B> extends Pick<Rule, 'id' | 'level'> {
  readonly check: (a: A, b: B) => readonly Finding[];
}

/** Runs the checks of rules, and adds to `found` what they find; that one failed, and what the others find all the same. */
export type RunRules = <A, B>(rules: readonly Check<A, B>[], found: Found[], a: A, b: B) => void;

import type { Rule } from './rule';
import { deprecatedNeedsReplacement } from './rules/deprecated-needs-replacement';
import { labelMustExist } from './rules/label-must-exist';
import { labelNeedsDefinition } from './rules/label-needs-definition';
import { maskValueUniqueInLayer } from './rules/mask-value-unique-in-layer';
import { noParentCycle } from './rules/no-parent-cycle';
import { roleMustExist } from './rules/role-must-exist';
import { stageMustExist } from './rules/stage-must-exist';
import { taxonomyMustResolve } from './rules/taxonomy-must-resolve';

/** All rules, by family. */
export const rules: readonly Rule[] = [
  labelMustExist,
  noParentCycle,
  labelNeedsDefinition,
  deprecatedNeedsReplacement,
  maskValueUniqueInLayer,
  taxonomyMustResolve,
  roleMustExist,
  stageMustExist,
];

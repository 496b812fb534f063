import type { Located } from '../../model/read';
import type { Taxonomy } from '../../model/taxonomy';
import type { Finding } from '../problem';
import type { GuidelineRule } from '../rule';
import { findings, protocolText } from './examples';

const approvals = 'approvals: [{by: A. Lead, on: 2026-01-20, version: 1.0.0}]';
const example = (status: string) => ({
  'example.protocol.yaml': protocolText(approvals, { status: 'approved' }),
  'findings.taxonomy.yaml': findings.replace('status: approved', `status: ${status}`),
});

export const restsOnApprovedTaxonomy: GuidelineRule = {
  id: 'rests-on-approved-taxonomy',
  family: 'protocol',
  level: 'warning',
  scope: 'guideline',
  docs: {
    what: 'An approved guideline uses taxonomies that are approved; no guideline that is still worked on uses one that is retired.',
    why: 'Who signs a protocol signs the definitions in it. A draft below it changes without anybody being asked. The FDA draft guidance of January 2025, section VIII, asks for version control.',
    invalid: example('draft'),
    valid: example('approved'),
  },
  check(guideline) {
    const found: Finding[] = [];
    if (guideline.kind === 'protocol') {
      const { file } = guideline.protocol.taxonomy;
      found.push(...check(guideline.protocol.status, file, guideline.taxonomy?.taxonomy));
      return found;
    }
    for (const [index, { file }] of guideline.taxonomy.imports.entries()) {
      found.push(...check(guideline.taxonomy.status, file, guideline.imports[index]?.taxonomy));
    }
    return found;
  },
};

function check(own: Located | undefined, at: Located | undefined, used: Taxonomy | undefined): Finding[] {
  const found: Finding[] = [];
  const status = used?.status?.text;
  if (!own || !at || status === undefined || own.text === 'retired') return found;
  if (status === 'retired') {
    found.push({ at: at.node, message: 'This taxonomy is retired. Use the one that took its place.' });
  } else if (own.text === 'approved' && (status === 'draft' || status === 'review')) {
    found.push({
      at: at.node,
      message: `This guideline is approved, and the taxonomy it rests on is ${status === 'draft' ? 'a draft' : 'under review'}. Approve the taxonomy first.`,
    });
  }
  return found;
}

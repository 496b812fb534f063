import type { Geometry } from '../../model/taxonomy';
import { replaceFix } from '../fixes';
import type { Finding } from '../problem';
import type { ProtocolRule } from '../rule';
import { quoted } from '../words';
import { annotatedLabels } from './annotated';
import { protocolExample } from './examples';
import { lookup } from '../lookup';
import type { Scale } from './metrics';
import { scaleOfGeometry } from './metrics';

const example = (method: string) =>
  protocolExample(`
labels: [nodule]
workflow:
  first: {stage: read, role: reader, readers: 2}
  merged: {stage: merge, of: first, method: ${method}}
`);

/** What each method can put together; the others fit all. */
const fits: Readonly<Record<string, readonly Scale[]>> = {
  staple: ['area'],
  union: ['area', 'box'],
  intersection: ['area', 'box'],
  majority: ['area', 'class', 'box', 'point'],
};

export const mergeMethodFitsAnnotation: ProtocolRule = {
  id: 'merge-method-fits-annotation',
  family: 'protocol',
  level: 'warning',
  scope: 'protocol',
  docs: {
    what: 'The method of a merge can be applied to some of what is annotated: STAPLE to areas, union and intersection to areas and boxes, a majority to whatever can be counted.',
    why: 'STAPLE estimates the truth for each pixel (Warfield 2004); of boxes, points and classes it makes nothing. How annotations are put together is asked for by BIAS and CLAIM-2020 item 18.',
    invalid: example('staple'),
    valid: example('consensus'),
  },
  check(guideline) {
    const findings: Finding[] = [];
    const { protocol, taxonomy } = guideline;
    for (const { stage, method } of protocol.workflow.values()) {
      const scales = method && lookup(fits, method.text);
      if (stage !== 'merge' || !method || !scales) continue;
      const marked = annotatedLabels(guideline).map((id) => {
        const own = protocol.labels?.get(id)?.geometry?.map(({ text }) => text as Geometry);
        return own ?? taxonomy?.space.effective(id)?.geometry ?? [];
      });
      // A label whose geometry nobody states may be marked in any way.
      if (marked.length === 0 || marked.some((geometry) => geometry.length === 0)) continue;
      const found = new Set(marked.flat().flatMap((geometry) => scaleOfGeometry(geometry) ?? []));
      if ([...found].some((scale) => scales.includes(scale))) continue;
      findings.push({
        at: method.node,
        message: `${quoted(method.text)} cannot put together what is annotated here, which is no ${scales.join(' and no ')}. Use “consensus”, or let somebody adjudicate.`,
        fixes: [replaceFix('Change to “consensus”', method.node, 'consensus')],
      });
    }
    return findings;
  },
};

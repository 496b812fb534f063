import { additive, administrative, breaking, complete, editorial, review } from '../judgement';
import * as decide from '../decide';
import type { Rule, StemRule } from '../rule';
import { about, record, thing } from '../rule';

const unknown = review(
  're-read',
  'Labelwright does not know this key, so that it cannot say what it means for annotations.',
);
const teamsOwn = editorial('none', 'Keys that begin with x- are the team’s own; the guideline does not rest on them.');
const toldByLabels = editorial('none', 'What it brings or takes is told label by label.');

/** What both kinds of document begin with, and keys without a meaning of ours. */
export const documentStems: Readonly<Record<string, StemRule>> = {
  'guideline-id': about(
    'id of the guideline',
    editorial('migrate', 'Annotations that name the guideline by its id must name the new one; nothing else changes.'),
  ),
  format: about('version of the file format', administrative),
  version: record(about('version', administrative)),
  title: about('title', editorial('none', 'No reader decides anything by the title.')),
  status: record(about('status', decide.newStatus)),
  language: about('language', editorial('none', 'What is said in the new language is told by itself.')),
  source: about(
    'source',
    review('re-read', 'The guideline rests on another source or edition; readers who know it may decide otherwise.'),
  ),
  modality: about('modality', {
    added: additive('none', 'Images of this kind can be annotated, too; those annotated so far stay right.'),
    removed: review('re-read', 'The labels are no longer meant for images of this kind that were annotated so far.'),
  }),
  import: thing('import', toldByLabels),
  'import-version': about('version of the import', toldByLabels),
  'code-system': about('code system', {
    added: complete,
    removed: review('migrate', 'Codes of this system can no longer be resolved.'),
    changed: review('migrate', 'Codes of this system now name concepts at another address.'),
  }),
  extension: about('the team’s own key', teamsOwn),
  'unknown-key': about('unknown key', unknown),
};

export const documentRules: Readonly<Record<string, Rule>> = {
  'guideline-added': {
    noun: 'guideline',
    verdict: additive('none', 'There was no guideline before, so that nothing was annotated by it.'),
    say: ({ kind, subject }) => `The ${kind} ${subject} is new.`,
  },
  'guideline-removed': {
    noun: 'guideline',
    verdict: breaking('re-read', 'Annotations made by it rest on nothing now.'),
    say: ({ kind, subject }) => `The ${kind} ${subject} is gone.`,
  },
};

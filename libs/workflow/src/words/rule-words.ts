import { nearest, type WorkflowMistakeCode } from '#domain';
import { caseWords } from './case-words.js';
import { limitWords } from './limit-words.js';
import { told, type Facts, type Sentences, type Template } from './sentence.js';
import { shapeWords } from './shape-words.js';
import { verbWords } from './verb-words.js';

const templates: Readonly<Record<WorkflowMistakeCode, Template>> = { ...shapeWords, ...verbWords, ...limitWords };

export function ruleWords(code: WorkflowMistakeCode, facts: Facts): Sentences {
  const template = caseWords[code]?.[String(facts['case'])] ?? templates[code];
  return told(template, { ...facts, ...meant(facts) });
}

function meant({ known, office, role, state, other }: Facts): Facts {
  const near =
    known === undefined ? null : nearest(String(office ?? role ?? state ?? other ?? ''), String(known).split(', '));
  return near === null ? {} : { near };
}

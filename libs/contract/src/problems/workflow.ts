import type { RefusalCode } from '#domain';
import { text, type ProblemText } from './problem-text.js';

export const workflowProblems = {
  'workflow/has-mistakes': text(
    422,
    [
      'Flusso con errori',
      'Il file del flusso ha {count} {count|errore|errori}: correggere ciò che «mistakes» elenca e pubblicare di nuovo.[ Il primo, alla riga {line}: {what}]',
    ],
    [
      'Workflow with mistakes',
      'The workflow file has {count} {count|mistake|mistakes}: correct what “mistakes” lists and publish again.[ The first, at line {line}: {what}]',
    ],
  ),
  'workflow/version-published': text(
    409,
    [
      'Versione già pubblicata',
      'La versione {version} del flusso {workflow} è già pubblicata con un altro contenuto, e ciò che è in corso la segue: dare al file un numero di versione più alto.',
    ],
    [
      'Version already published',
      'Version {version} of workflow {workflow} is already published with another content, and what is under way follows it: give the file a higher version.',
    ],
  ),
  'workflow/version-too-low': text(
    409,
    [
      'Versione superata',
      'Del flusso {workflow} è già pubblicata la versione {latest}: dare al file un numero più alto di {version}.',
    ],
    [
      'Version overtaken',
      'Version {latest} of workflow {workflow} is published already: give the file a higher number than {version}.',
    ],
  ),
} satisfies Record<Extract<RefusalCode, `workflow/${string}`>, ProblemText>;

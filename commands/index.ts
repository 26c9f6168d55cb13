import { amend } from './amend.ts';
import { ask } from './ask.ts';
import { bind } from './bind.ts';
import { bulletin } from './bulletin.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { feedback } from './feedback.ts';
import { group } from './group.ts';
import { helpCommand } from './help.ts';
import { leader } from './leader.ts';
import { ledger } from './ledger.ts';
import { liaison } from './liaison.ts';
import { measure } from './measure.ts';
import { pause } from './pause.ts';
import { progress } from './progress.ts';
import { ranking } from './ranking.ts';
import { remind } from './remind.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { schedule } from './schedule.ts';
import { score } from './score.ts';
import { unit } from './unit.ts';

export const help = helpCommand(() => COMMANDS);

/** What a person can type, in the order of the help card. */
export const COMMANDS: readonly Command[] = [
  help,
  ask,
  group,
  measure,
  unit,
  leader,
  report,
  progress,
  remind,
  review,
  score,
  ranking,
  ledger,
  liaison,
  bind,
  bulletin,
  exportCommand,
  amend,
  schedule,
  pause,
  doctor,
  feedback,
];

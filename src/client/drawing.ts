import { defineDrawingTools } from './drawing-tools.ts';
import { defineStepPlayer } from './step-player.ts';
import { followSteps } from './step-sight.ts';

defineDrawingTools();
defineStepPlayer();
followSteps();

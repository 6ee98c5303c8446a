import { defineDrawingTools } from './drawing-tools.ts';
import { defineStepPlayer } from './step-player.ts';

defineDrawingTools();
defineStepPlayer();

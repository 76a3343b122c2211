// The thread in which a file from others is read: it has nothing but the file, and ends with its answer.
import { parentPort, workerData } from 'node:worker_threads';
import { readPlanFile } from '../read-file.js';
import { readPlan } from '../read-plan.js';
import type { ReadRequest } from './request.js';

const { sent, options } = workerData as ReadRequest;
parentPort?.postMessage('text' in sent ? readPlan(sent.text, options) : readPlanFile(sent.bytes, options));

// The thread in which a file from others is read: it has nothing but the file, and ends with its answer.
import { parentPort, workerData } from 'node:worker_threads';
import { readOfficesFile } from '../lists/offices.js';
import { readPeopleFile } from '../lists/people.js';
import { readPlanFile } from '../read-file.js';
import { readPlan } from '../read-plan.js';
import type { ReadRequest, Sent } from './request.js';

parentPort?.postMessage(read(workerData as ReadRequest));

function read(request: ReadRequest) {
  switch (request.what) {
    case 'plan':
      return 'text' in request.sent
        ? readPlan(request.sent.text, request.options)
        : readPlanFile(request.sent.bytes, request.options);
    case 'people':
      return readPeopleFile(bytesOf(request.sent), request.offices);
    case 'offices':
      return readOfficesFile(bytesOf(request.sent), request.called, request.known);
  }
}

function bytesOf(sent: Sent): Uint8Array {
  return 'text' in sent ? new TextEncoder().encode(sent.text) : sent.bytes;
}

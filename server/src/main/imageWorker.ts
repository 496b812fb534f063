import { parentPort } from 'node:worker_threads';
import { readPatientData } from '../annotations/patientData';
import type { ImageAnswer, ImageQuestion } from '../platform/node/imageInspector';

parentPort?.on('message', ({ id, bytes }: ImageQuestion) => {
  parentPort?.postMessage({ id, data: readPatientData(bytes) } satisfies ImageAnswer);
});

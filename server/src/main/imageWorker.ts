import { parentPort } from 'node:worker_threads';
import type { PatientData } from '../annotations/patientData';
import { readPatientData } from '../annotations/patientData';
import type { ByteAnswer, ByteQuestion } from '../platform/node/byteWorker';

parentPort?.on('message', async ({ id, bytes }: ByteQuestion) => {
  const data = await readPatientData(bytes);
  parentPort?.postMessage({ id, data } satisfies ByteAnswer<PatientData | 'unreadable' | undefined>);
});

import { parentPort } from 'node:worker_threads'
import type { Job } from './jobs.ts'
import { runJob } from './run-job.ts'

/** One job after the other; what one throws ends the thread, which nobody has to trust after that. */
parentPort?.on('message', (job: Job) => {
  void runJob(job).then((outcome) => parentPort?.postMessage(outcome))
})

package tel.ringer.warp.job;

/** Somebody wants a job to run now. */
record JobRequested(Job job) {}

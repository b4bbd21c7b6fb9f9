/**
 * What runs by itself. Promises: a job does its work once, however many nodes run; a node that dies in the middle of a
 * run loses and doubles nothing; a frequent job that finds nothing to do costs no more than looking. A feature adds a job
 * by a bean that is a {@link Job}. Owns platform.job_runs. Leaves the work to the features (ADR 17).
 */
@NullMarked
package tel.ringer.warp.job;

import org.jspecify.annotations.NullMarked;

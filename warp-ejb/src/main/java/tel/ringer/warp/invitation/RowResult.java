package tel.ringer.warp.invitation;

import java.util.Optional;

/**
 * A row of an upload and what became of it.
 *
 * @param number from 1, without the header
 * @param verdict empty while the row waits
 */
public record RowResult(int number, UploadedRow written, Optional<RowVerdict> verdict) {}

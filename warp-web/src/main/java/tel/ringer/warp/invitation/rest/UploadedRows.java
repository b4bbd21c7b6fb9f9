package tel.ringer.warp.invitation.rest;

import java.util.List;
import tel.ringer.warp.invitation.BulkInvitations;
import tel.ringer.warp.invitation.UploadedRow;

/** The rows of an upload, whatever it was written in; no more are read than show that there are too many. */
public final class UploadedRows {
    static final int MOST = BulkInvitations.MOST_ROWS + 1;

    private final List<UploadedRow> rows;

    UploadedRows(List<UploadedRow> rows) {
        this.rows = List.copyOf(rows);
    }

    List<UploadedRow> rows() {
        return rows;
    }
}

package tel.ringer.warp.isolation.rest;

import java.time.Instant;
import java.util.List;
import tel.ringer.warp.isolation.InspectedFunction;
import tel.ringer.warp.isolation.InspectedLogin;
import tel.ringer.warp.isolation.InspectedTable;
import tel.ringer.warp.isolation.InspectedView;
import tel.ringer.warp.isolation.IsolationReport;

/** The isolation report on the wire. */
public record IsolationReportResponse(
        Instant generatedAt,
        boolean healthy,
        InspectedLogin loginRole,
        List<InspectedTable> tables,
        List<InspectedView> views,
        List<InspectedFunction> functions) {
    static IsolationReportResponse of(IsolationReport report) {
        return new IsolationReportResponse(
                report.generatedAt(),
                report.healthy(),
                report.login(),
                report.tables(),
                report.views(),
                report.functions());
    }
}

package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.MaterialsApi;
import dev.guanjia.server.api.model.MaterialIssue;
import dev.guanjia.server.api.model.MaterialIssueCreate;
import dev.guanjia.server.api.model.MaterialIssuePage;
import dev.guanjia.server.api.model.MaterialLine;
import dev.guanjia.server.application.MaterialDesk;
import dev.guanjia.server.application.MaterialDesk.Issued;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.MaterialIssueStore.IssueRow;
import dev.guanjia.server.store.MaterialIssueStore.Line;
import dev.guanjia.server.store.MaterialIssueStore.Slip;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was issued for work orders. */
@RestController
@RequestMapping("/v1")
class MaterialController implements MaterialsApi {

    private final CurrentCaller caller;
    private final MaterialDesk desk;

    MaterialController(CurrentCaller caller, MaterialDesk desk) {
        this.caller = caller;
        this.desk = desk;
    }

    @Override
    public ResponseEntity<MaterialIssue> issueMaterials(
            String workOrderId, String idempotencyKey, String ifMatch, MaterialIssueCreate body) {
        Slip slip =
                new Slip(
                        body.getReference(),
                        body.getIssuedAt().toInstant(),
                        body.getNote(),
                        body.getLines().stream().map(MaterialController::line).toList());
        Issued issued = desk.issue(caller.get(), workOrderId, ifMatch, slip);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Version.tag(issued.order().version()))
                .body(issue(issued.row()));
    }

    @Override
    public ResponseEntity<MaterialIssuePage> listMaterialIssues(
            String workOrderId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("material-issues", limit, cursor);
        Page<MaterialIssue> page =
                desk.list(caller.get(), workOrderId, request).map(MaterialController::issue);
        return ResponseEntity.ok(new MaterialIssuePage(page.items()).nextCursor(page.nextCursor()));
    }

    private static Line line(MaterialLine line) {
        return new Line(line.getItem(), line.getQuantity(), line.getUnit());
    }

    private static MaterialIssue issue(IssueRow row) {
        Slip slip = row.slip();
        return new MaterialIssue(
                        row.id(),
                        row.orderId(),
                        slip.reference(),
                        Wire.at(slip.issuedAt()),
                        slip.lines().stream()
                                .map(
                                        line ->
                                                new MaterialLine(line.item(), line.quantity())
                                                        .unit(line.unit()))
                                .toList(),
                        row.author().staffId(),
                        row.author().post(),
                        Wire.at(row.recordedAt()))
                .note(slip.note());
    }
}

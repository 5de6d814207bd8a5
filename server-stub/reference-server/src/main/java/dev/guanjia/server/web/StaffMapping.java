package dev.guanjia.server.web;

import dev.guanjia.server.api.model.Assignment;
import dev.guanjia.server.api.model.AssignmentPage;
import dev.guanjia.server.api.model.Staff;
import dev.guanjia.server.api.model.StaffPage;
import dev.guanjia.server.api.model.StaffPatch;
import dev.guanjia.server.api.model.StaffToken;
import dev.guanjia.server.application.StaffDesk.Change;
import dev.guanjia.server.application.TokenDesk.NewToken;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.store.AssignmentStore.AssignmentRow;
import dev.guanjia.server.store.StaffStore.StaffRow;
import java.util.Optional;

/** Staff on the wire. */
final class StaffMapping {

    private StaffMapping() {}

    static Staff staff(StaffRow row) {
        return new Staff(row.id(), row.staffNo(), row.name(), Wire.at(row.recordedAt()))
                .mobile(row.mobile());
    }

    static StaffPage staff(Page<StaffRow> page) {
        return new StaffPage(page.map(StaffMapping::staff).items()).nextCursor(page.nextCursor());
    }

    static Change change(StaffPatch patch) {
        return new Change(
                Optional.ofNullable(patch.getName()),
                old ->
                        patch.getMobile().isPresent()
                                ? Optional.ofNullable(patch.getMobile().get())
                                : old);
    }

    static Assignment assignment(AssignmentRow row) {
        return new Assignment(row.id(), row.staffId(), row.post(), row.from()).to(row.to());
    }

    static AssignmentPage assignments(Page<AssignmentRow> page) {
        return new AssignmentPage(page.map(StaffMapping::assignment).items())
                .nextCursor(page.nextCursor());
    }

    static StaffToken token(NewToken made) {
        return new StaffToken(
                made.row().id(), made.row().staffId(), made.row().label(), made.token().text());
    }
}

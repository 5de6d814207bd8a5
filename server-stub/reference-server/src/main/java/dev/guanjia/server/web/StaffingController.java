package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.StaffingApi;
import dev.guanjia.server.api.model.Assignment;
import dev.guanjia.server.api.model.CertifiedPostRate;
import dev.guanjia.server.api.model.CertifiedPostRowPage;
import dev.guanjia.server.api.model.DispatchCheck;
import dev.guanjia.server.api.model.EndingCreate;
import dev.guanjia.server.api.model.Qualification;
import dev.guanjia.server.api.model.QualificationCreate;
import dev.guanjia.server.api.model.QualificationKindPage;
import dev.guanjia.server.api.model.QualificationPage;
import dev.guanjia.server.api.model.QualificationRequirementPage;
import dev.guanjia.server.api.model.StandIn;
import dev.guanjia.server.api.model.StandInCreate;
import dev.guanjia.server.api.model.StandInPage;
import dev.guanjia.server.application.AssignmentDesk;
import dev.guanjia.server.application.CompanyDays;
import dev.guanjia.server.application.QualificationDesk;
import dev.guanjia.server.application.StandInDesk;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.RequestLanguage;
import dev.guanjia.server.store.QualificationStore.QualificationRow;
import dev.guanjia.server.store.StandInStore;
import dev.guanjia.server.store.StandInStore.StandInRow;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who holds and takes which place, and who is fit for it. */
@RestController
@RequestMapping("/v1")
class StaffingController implements StaffingApi {

    private final CurrentCaller caller;
    private final AssignmentDesk assignments;
    private final StandInDesk standIns;
    private final QualificationDesk qualifications;
    private final CompanyDays days;
    private final HttpServletRequest http;

    StaffingController(
            CurrentCaller caller,
            AssignmentDesk assignments,
            StandInDesk standIns,
            QualificationDesk qualifications,
            CompanyDays days,
            HttpServletRequest http) {
        this.caller = caller;
        this.assignments = assignments;
        this.standIns = standIns;
        this.qualifications = qualifications;
        this.days = days;
        this.http = http;
    }

    @Override
    public ResponseEntity<Assignment> endAssignment(
            String staffId, String assignmentId, String idempotencyKey, EndingCreate body) {
        AssignmentDesk.Ending ending =
                new AssignmentDesk.Ending(assignmentId, body.getTo(), body.getReason());
        return ResponseEntity.ok(
                StaffMapping.assignment(assignments.end(caller.get(), staffId, ending)));
    }

    @Override
    public ResponseEntity<StandInPage> listStandIns(
            @Nullable String post,
            @Nullable String staffId,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        StandInStore.Filter filter =
                new StandInStore.Filter(
                        Optional.ofNullable(post),
                        Optional.ofNullable(staffId),
                        Optional.ofNullable(asOf).map(at -> days.day(Optional.of(at))));
        PageRequest request = PageRequest.of("stand-ins", limit, cursor);
        return ResponseEntity.ok(
                StaffingMapping.standIns(standIns.list(caller.get(), filter, request)));
    }

    @Override
    public ResponseEntity<StandIn> createStandIn(String idempotencyKey, StandInCreate body) {
        StandInRow row = standIns.create(caller.get(), StaffingMapping.draft(body));
        return ResponseEntity.created(Wire.location("stand-ins", row.id()))
                .body(StaffingMapping.standIn(row));
    }

    @Override
    public ResponseEntity<StandIn> getStandIn(String standInId) {
        return ResponseEntity.ok(StaffingMapping.standIn(standIns.get(caller.get(), standInId)));
    }

    @Override
    public ResponseEntity<StandIn> endStandIn(
            String standInId, String idempotencyKey, EndingCreate body) {
        return ResponseEntity.ok(
                StaffingMapping.standIn(
                        standIns.end(caller.get(), standInId, body.getTo(), body.getReason())));
    }

    @Override
    public ResponseEntity<QualificationKindPage> listQualificationKinds(
            Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("qualification-kinds", limit, cursor);
        return ResponseEntity.ok(StaffingMapping.kinds(qualifications.kinds(request)));
    }

    @Override
    public ResponseEntity<QualificationRequirementPage> listQualificationRequirements(
            @Nullable String post, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("qualification-requirements", limit, cursor);
        return ResponseEntity.ok(
                StaffingMapping.requirements(
                        qualifications.requirements(
                                caller.get(), Optional.ofNullable(post), request)));
    }

    @Override
    public ResponseEntity<QualificationPage> listQualifications(
            String staffId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("qualifications", limit, cursor);
        return ResponseEntity.ok(
                StaffingMapping.qualifications(
                        qualifications.list(caller.get(), staffId, request)));
    }

    @Override
    public ResponseEntity<Qualification> registerQualification(
            String staffId, String idempotencyKey, QualificationCreate body) {
        QualificationRow row =
                qualifications.register(caller.get(), staffId, StaffingMapping.draft(body));
        return ResponseEntity.status(HttpStatus.CREATED).body(StaffingMapping.qualification(row));
    }

    @Override
    public ResponseEntity<DispatchCheck> checkDispatch(
            String staffId, String post, @Nullable OffsetDateTime asOf) {
        QualificationDesk.Dispatch dispatch =
                qualifications.dispatch(caller.get(), staffId, post, Optional.ofNullable(asOf));
        return ResponseEntity.ok(
                StaffingMapping.dispatch(staffId, dispatch, RequestLanguage.of(http)));
    }

    @Override
    public ResponseEntity<CertifiedPostRate> getCertifiedPostRate(@Nullable OffsetDateTime asOf) {
        return ResponseEntity.ok(
                StaffingMapping.rate(qualifications.rate(caller.get(), Optional.ofNullable(asOf))));
    }

    @Override
    public ResponseEntity<CertifiedPostRowPage> listCertifiedPostRows(
            @Nullable OffsetDateTime asOf, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("certified-post-rows", limit, cursor);
        return ResponseEntity.ok(
                StaffingMapping.persons(
                        qualifications.certified(
                                caller.get(), Optional.ofNullable(asOf), request)));
    }
}

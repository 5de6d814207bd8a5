package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.OrganisationApi;
import dev.guanjia.server.api.model.Assignment;
import dev.guanjia.server.api.model.AssignmentCreate;
import dev.guanjia.server.api.model.AssignmentPage;
import dev.guanjia.server.api.model.AuthorityLimit;
import dev.guanjia.server.api.model.AuthorityLimitCreate;
import dev.guanjia.server.api.model.AuthorityLimitPage;
import dev.guanjia.server.api.model.Company;
import dev.guanjia.server.api.model.CompanyCreate;
import dev.guanjia.server.api.model.OrganisationTemplatePage;
import dev.guanjia.server.api.model.PostPage;
import dev.guanjia.server.api.model.Staff;
import dev.guanjia.server.api.model.StaffCreate;
import dev.guanjia.server.api.model.StaffPage;
import dev.guanjia.server.api.model.StaffPatch;
import dev.guanjia.server.api.model.StaffToken;
import dev.guanjia.server.api.model.StaffTokenCreate;
import dev.guanjia.server.application.AssignmentDesk;
import dev.guanjia.server.application.StaffDesk;
import dev.guanjia.server.application.TokenDesk;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.AssignmentStore.AssignmentRow;
import dev.guanjia.server.store.StaffStore.StaffRow;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The company, its posts, its people and what they may sign. */
@RestController
@RequestMapping("/v1")
class OrganisationController implements OrganisationApi {

    private final CurrentCaller caller;
    private final StaffDesk staff;
    private final AssignmentDesk assignments;
    private final TokenDesk tokens;
    private final CompanyAnswers company;

    OrganisationController(
            CurrentCaller caller,
            StaffDesk staff,
            AssignmentDesk assignments,
            TokenDesk tokens,
            CompanyAnswers company) {
        this.caller = caller;
        this.staff = staff;
        this.assignments = assignments;
        this.tokens = tokens;
        this.company = company;
    }

    @Override
    public ResponseEntity<Staff> createStaff(String idempotencyKey, StaffCreate body) {
        StaffRow row = staff.create(caller.get(), body.getStaffNo(), body.getName());
        return ResponseEntity.created(Wire.location("staff", row.id()))
                .eTag(Version.tag(row.version()))
                .body(StaffMapping.staff(row));
    }

    @Override
    public ResponseEntity<Staff> getStaff(String staffId) {
        return answer(staff.get(caller.get(), staffId));
    }

    @Override
    public ResponseEntity<StaffPage> listStaff(Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("staff", limit, cursor);
        return ResponseEntity.ok(StaffMapping.staff(staff.list(caller.get(), request)));
    }

    @Override
    public ResponseEntity<Staff> updateStaff(
            String staffId, String idempotencyKey, String ifMatch, StaffPatch body) {
        return answer(staff.update(caller.get(), staffId, ifMatch, StaffMapping.change(body)));
    }

    @Override
    public ResponseEntity<Assignment> createAssignment(
            String staffId, String idempotencyKey, AssignmentCreate body) {
        AssignmentRow row =
                assignments.create(caller.get(), staffId, body.getPost(), body.getFrom());
        return ResponseEntity.status(HttpStatus.CREATED).body(StaffMapping.assignment(row));
    }

    @Override
    public ResponseEntity<AssignmentPage> listAssignments(
            String staffId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("assignments", limit, cursor);
        return ResponseEntity.ok(
                StaffMapping.assignments(assignments.list(caller.get(), staffId, request)));
    }

    @Override
    public ResponseEntity<StaffToken> createStaffToken(
            String staffId, String idempotencyKey, StaffTokenCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(StaffMapping.token(tokens.create(caller.get(), staffId, body.getLabel())));
    }

    @Override
    public ResponseEntity<Void> revokeStaffToken(
            String staffId, String tokenId, String idempotencyKey) {
        tokens.revoke(caller.get(), staffId, tokenId);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<Company> createCompany(String idempotencyKey, CompanyCreate body) {
        return company.create(body);
    }

    @Override
    public ResponseEntity<Company> getCompany() {
        return company.get();
    }

    @Override
    public ResponseEntity<OrganisationTemplatePage> listOrganisationTemplates(
            Integer limit, @Nullable String cursor) {
        return company.templates(limit, cursor);
    }

    @Override
    public ResponseEntity<PostPage> listPosts(
            Integer limit, @Nullable String cursor, @Nullable OffsetDateTime asOf) {
        return company.posts(Optional.ofNullable(asOf), limit, cursor);
    }

    @Override
    public ResponseEntity<AuthorityLimit> createAuthorityLimit(
            String idempotencyKey, AuthorityLimitCreate body) {
        return company.createLimit(body);
    }

    @Override
    public ResponseEntity<AuthorityLimitPage> listAuthorityLimits(
            Integer limit, @Nullable String cursor) {
        return company.limits(limit, cursor);
    }

    private static ResponseEntity<Staff> answer(StaffRow row) {
        return ResponseEntity.ok().eTag(Version.tag(row.version())).body(StaffMapping.staff(row));
    }
}

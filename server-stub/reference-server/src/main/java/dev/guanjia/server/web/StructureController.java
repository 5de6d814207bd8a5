package dev.guanjia.server.web;

import dev.guanjia.organisation.company.CompanyDepartment;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.StructureApi;
import dev.guanjia.server.api.model.Department;
import dev.guanjia.server.api.model.DepartmentCreate;
import dev.guanjia.server.api.model.DepartmentPage;
import dev.guanjia.server.api.model.DepartmentRenamingCreate;
import dev.guanjia.server.api.model.HeadcountPlan;
import dev.guanjia.server.api.model.HeadcountPlanCreate;
import dev.guanjia.server.api.model.HeadcountRowPage;
import dev.guanjia.server.api.model.LibraryDepartmentPage;
import dev.guanjia.server.api.model.LibraryPostPage;
import dev.guanjia.server.api.model.OrganisationTemplateTree;
import dev.guanjia.server.api.model.Post;
import dev.guanjia.server.api.model.PostCreate;
import dev.guanjia.server.api.model.PostMoveCreate;
import dev.guanjia.server.api.model.Responsible;
import dev.guanjia.server.api.model.RetirementCreate;
import dev.guanjia.server.application.OrganisationDesk;
import dev.guanjia.server.application.StructureDesk;
import dev.guanjia.server.application.StructureDesk.Changed;
import dev.guanjia.server.application.StructureReader;
import dev.guanjia.server.application.StructureReader.Seen;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.TreeChange;
import dev.guanjia.server.store.TreeChange.Kind;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a company is organised, and what it is created from. */
@RestController
@RequestMapping("/v1")
class StructureController implements StructureApi {

    private final CurrentCaller caller;
    private final OrganisationDesk organisation;
    private final StructureDesk desk;
    private final StructureReader reader;

    StructureController(
            CurrentCaller caller,
            OrganisationDesk organisation,
            StructureDesk desk,
            StructureReader reader) {
        this.caller = caller;
        this.organisation = organisation;
        this.desk = desk;
        this.reader = reader;
    }

    @Override
    public ResponseEntity<OrganisationTemplateTree> getOrganisationTemplate(String templateId) {
        return ResponseEntity.ok(TemplateMapping.tree(organisation.template(templateId)));
    }

    @Override
    public ResponseEntity<LibraryPostPage> listLibraryPosts(
            @Nullable String kind, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("library-posts", limit, cursor);
        return ResponseEntity.ok(
                TemplateMapping.posts(
                        organisation.libraryPosts(Optional.ofNullable(kind), request)));
    }

    @Override
    public ResponseEntity<LibraryDepartmentPage> listLibraryDepartments(
            Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("library-departments", limit, cursor);
        return ResponseEntity.ok(
                TemplateMapping.departments(organisation.libraryDepartments(request)));
    }

    @Override
    public ResponseEntity<DepartmentPage> listDepartments(
            @Nullable OffsetDateTime asOf, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("departments", limit, cursor);
        return ResponseEntity.ok(
                StructureMapping.departments(
                        reader.departments(caller.get(), Optional.ofNullable(asOf), request)));
    }

    @Override
    public ResponseEntity<Department> getDepartment(
            String departmentKey, @Nullable OffsetDateTime asOf) {
        Seen<CompanyDepartment> seen =
                reader.department(caller.get(), departmentKey, Optional.ofNullable(asOf));
        return ResponseEntity.ok()
                .eTag(Version.tag(seen.tree().version()))
                .body(StructureMapping.department(seen));
    }

    @Override
    public ResponseEntity<Department> createDepartment(
            String idempotencyKey, DepartmentCreate body) {
        Changed<CompanyDepartment> made =
                desk.department(caller.get(), StructureMapping.change(body), Optional.empty());
        return ResponseEntity.created(Wire.location("departments", body.getId()))
                .eTag(Version.tag(made.tree().version()))
                .body(StructureMapping.department(made.seen()));
    }

    @Override
    public ResponseEntity<Department> renameDepartment(
            String departmentKey,
            String idempotencyKey,
            String ifMatch,
            DepartmentRenamingCreate body) {
        return changedDepartment(StructureMapping.change(departmentKey, body), ifMatch);
    }

    @Override
    public ResponseEntity<Department> retireDepartment(
            String departmentKey, String idempotencyKey, String ifMatch, RetirementCreate body) {
        return changedDepartment(
                StructureMapping.change(Kind.RETIRE_DEPARTMENT, departmentKey, body), ifMatch);
    }

    @Override
    public ResponseEntity<Post> getPost(String postKey, @Nullable OffsetDateTime asOf) {
        Seen<CompanyPost> seen = reader.post(caller.get(), postKey, Optional.ofNullable(asOf));
        return ResponseEntity.ok()
                .eTag(Version.tag(seen.tree().version()))
                .body(StructureMapping.post(seen));
    }

    @Override
    public ResponseEntity<Post> createPost(String idempotencyKey, PostCreate body) {
        Changed<CompanyPost> made =
                desk.post(caller.get(), StructureMapping.change(body), Optional.empty());
        return ResponseEntity.created(Wire.location("posts", body.getId()))
                .eTag(Version.tag(made.tree().version()))
                .body(StructureMapping.post(made.seen()));
    }

    @Override
    public ResponseEntity<Post> movePost(
            String postKey, String idempotencyKey, String ifMatch, PostMoveCreate body) {
        return changedPost(StructureMapping.change(postKey, body), ifMatch);
    }

    @Override
    public ResponseEntity<Post> retirePost(
            String postKey, String idempotencyKey, String ifMatch, RetirementCreate body) {
        return changedPost(StructureMapping.change(Kind.RETIRE_POST, postKey, body), ifMatch);
    }

    @Override
    public ResponseEntity<Responsible> getResponsible(
            String postKey, @Nullable OffsetDateTime asOf) {
        return ResponseEntity.ok(
                StructureMapping.responsible(
                        postKey,
                        reader.responsible(caller.get(), postKey, Optional.ofNullable(asOf))));
    }

    @Override
    public ResponseEntity<HeadcountRowPage> listHeadcounts(
            @Nullable OffsetDateTime asOf, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("headcounts", limit, cursor);
        return ResponseEntity.ok(
                StructureMapping.headcounts(
                        reader.headcounts(caller.get(), Optional.ofNullable(asOf), request)));
    }

    @Override
    public ResponseEntity<HeadcountPlan> planHeadcount(
            String idempotencyKey, HeadcountPlanCreate body) {
        Changed<CompanyPost> made =
                desk.post(caller.get(), StructureMapping.change(body), Optional.empty());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        new HeadcountPlan(
                                made.id(), body.getPost(), body.getHeadcount(), body.getFrom()));
    }

    private ResponseEntity<Department> changedDepartment(TreeChange change, String ifMatch) {
        Changed<CompanyDepartment> made =
                desk.department(caller.get(), change, Optional.of(ifMatch));
        return ResponseEntity.ok()
                .eTag(Version.tag(made.tree().version()))
                .body(StructureMapping.department(made.seen()));
    }

    private ResponseEntity<Post> changedPost(TreeChange change, String ifMatch) {
        Changed<CompanyPost> made = desk.post(caller.get(), change, Optional.of(ifMatch));
        return ResponseEntity.ok()
                .eTag(Version.tag(made.tree().version()))
                .body(StructureMapping.post(made.seen()));
    }
}

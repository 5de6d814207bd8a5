package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.AuthorityLimit;
import dev.guanjia.server.api.model.AuthorityLimitCreate;
import dev.guanjia.server.api.model.AuthorityLimitPage;
import dev.guanjia.server.api.model.Company;
import dev.guanjia.server.api.model.CompanyCreate;
import dev.guanjia.server.api.model.OrganisationTemplatePage;
import dev.guanjia.server.api.model.PostPage;
import dev.guanjia.server.application.AuthorityLimitDesk;
import dev.guanjia.server.application.CompanyDesk;
import dev.guanjia.server.application.OrganisationDesk;
import dev.guanjia.server.application.StructureReader;
import dev.guanjia.server.paging.PageRequest;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The half of the organisation's operations that is not about people. */
@Component
class CompanyAnswers {

    private final CurrentCaller caller;
    private final CompanyDesk companies;
    private final OrganisationDesk organisation;
    private final StructureReader structure;
    private final AuthorityLimitDesk limits;

    CompanyAnswers(
            CurrentCaller caller,
            CompanyDesk companies,
            OrganisationDesk organisation,
            StructureReader structure,
            AuthorityLimitDesk limits) {
        this.caller = caller;
        this.companies = companies;
        this.organisation = organisation;
        this.structure = structure;
        this.limits = limits;
    }

    ResponseEntity<Company> create(CompanyCreate body) {
        return ResponseEntity.created(URI.create("/v1/company"))
                .body(
                        CompanyMapping.company(
                                companies.create(caller.get(), CompanyMapping.draft(body))));
    }

    ResponseEntity<Company> get() {
        return ResponseEntity.ok(CompanyMapping.company(companies.get(caller.get())));
    }

    ResponseEntity<OrganisationTemplatePage> templates(Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("organisation-templates", limit, cursor);
        return ResponseEntity.ok(CompanyMapping.templates(organisation.templates(request)));
    }

    ResponseEntity<PostPage> posts(
            Optional<OffsetDateTime> asOf, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("posts", limit, cursor);
        return ResponseEntity.ok(
                StructureMapping.posts(structure.posts(caller.get(), asOf, request)));
    }

    ResponseEntity<AuthorityLimit> createLimit(AuthorityLimitCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        CompanyMapping.limit(
                                limits.create(caller.get(), CompanyMapping.draft(body))));
    }

    ResponseEntity<AuthorityLimitPage> limits(Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("authority-limits", limit, cursor);
        return ResponseEntity.ok(CompanyMapping.limits(limits.list(caller.get(), request)));
    }
}

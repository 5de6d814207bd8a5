package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.Delegation;
import dev.guanjia.server.api.model.DelegationCreate;
import dev.guanjia.server.api.model.DelegationPage;
import dev.guanjia.server.api.model.RevocationCreate;
import dev.guanjia.server.application.DelegationDesk;
import dev.guanjia.server.paging.PageRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on delegations. */
@Component
class DelegationAnswers {

    private final CurrentCaller caller;
    private final DelegationDesk desk;
    private final Clock clock;

    DelegationAnswers(CurrentCaller caller, DelegationDesk desk, Clock clock) {
        this.caller = caller;
        this.desk = desk;
        this.clock = clock;
    }

    ResponseEntity<Delegation> create(DelegationCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        AuthorityMapping.delegation(
                                desk.create(caller.get(), AuthorityMapping.draft(body))));
    }

    ResponseEntity<Delegation> revoke(String id, RevocationCreate body) {
        return ResponseEntity.ok(
                AuthorityMapping.delegation(
                        desk.revoke(caller.get(), id, body.getFrom(), body.getReason())));
    }

    ResponseEntity<DelegationPage> list(
            @Nullable String staffId, @Nullable OffsetDateTime asOf, PageRequest request) {
        return ResponseEntity.ok(
                AuthorityMapping.delegations(
                        desk.list(caller.get(), staffId, Wire.day(asOf, clock), request)));
    }
}

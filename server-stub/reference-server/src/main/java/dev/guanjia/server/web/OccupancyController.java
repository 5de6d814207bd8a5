package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.OccupancyApi;
import dev.guanjia.server.api.model.Occupant;
import dev.guanjia.server.api.model.OccupantCreate;
import dev.guanjia.server.api.model.OccupantPage;
import dev.guanjia.server.api.model.OccupantPatch;
import dev.guanjia.server.api.model.PayerTerm;
import dev.guanjia.server.api.model.PayerTermCreate;
import dev.guanjia.server.api.model.PayerTermEnding;
import dev.guanjia.server.api.model.PayerTermPage;
import dev.guanjia.server.api.model.Payers;
import dev.guanjia.server.api.model.StayEnding;
import dev.guanjia.server.api.model.UnitFactChangePage;
import dev.guanjia.server.api.model.UnitFacts;
import dev.guanjia.server.api.model.UnitFactsCreate;
import dev.guanjia.server.application.OccupantDesk;
import dev.guanjia.server.application.PayerTermDesk;
import dev.guanjia.server.application.PayerTermDesk.Asked;
import dev.guanjia.server.application.UnitFactDesk;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.OccupantStore.Filter;
import dev.guanjia.server.store.OccupantStore.OccupantRow;
import dev.guanjia.server.store.PayerTermStore.TermRow;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is true of a unit by day, who lives there, and who pays which fee of it. */
@RestController
@RequestMapping("/v1")
class OccupancyController implements OccupancyApi {

    private final CurrentCaller caller;
    private final UnitFactDesk facts;
    private final PayerTermDesk terms;
    private final OccupantDesk occupants;

    OccupancyController(
            CurrentCaller caller, UnitFactDesk facts, PayerTermDesk terms, OccupantDesk occupants) {
        this.caller = caller;
        this.facts = facts;
        this.terms = terms;
        this.occupants = occupants;
    }

    @Override
    public ResponseEntity<UnitFacts> getUnitFacts(String unitId, @Nullable LocalDate day) {
        return ResponseEntity.ok(OccupancyMapping.facts(facts.get(caller.get(), unitId, day)));
    }

    @Override
    public ResponseEntity<UnitFacts> recordUnitFacts(
            String unitId, String idempotencyKey, UnitFactsCreate body) {
        UnitFactDesk.View view = facts.record(caller.get(), unitId, OccupancyMapping.draft(body));
        return ResponseEntity.status(HttpStatus.CREATED).body(OccupancyMapping.facts(view));
    }

    @Override
    public ResponseEntity<UnitFactChangePage> listUnitFactChanges(
            String unitId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("fact-changes", limit, cursor);
        return ResponseEntity.ok(
                OccupancyMapping.changes(facts.changes(caller.get(), unitId, request)));
    }

    @Override
    public ResponseEntity<PayerTerm> createPayerTerm(
            String unitId, String idempotencyKey, PayerTermCreate body) {
        TermRow row = terms.create(caller.get(), unitId, OccupancyMapping.draft(body));
        return ResponseEntity.status(HttpStatus.CREATED).body(OccupancyMapping.term(row));
    }

    @Override
    public ResponseEntity<PayerTerm> endPayerTerm(
            String payerTermId, String idempotencyKey, PayerTermEnding body) {
        TermRow row = terms.end(caller.get(), payerTermId, body.getUntil(), body.getNote());
        return ResponseEntity.status(HttpStatus.CREATED).body(OccupancyMapping.term(row));
    }

    @Override
    public ResponseEntity<PayerTermPage> listPayerTerms(
            String unitId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("payer-terms", limit, cursor);
        return ResponseEntity.ok(OccupancyMapping.terms(terms.list(caller.get(), unitId, request)));
    }

    @Override
    public ResponseEntity<Payers> getPayers(
            String unitId, LocalDate from, LocalDate until, String feeItem) {
        return ResponseEntity.ok(
                new Payers(
                        unitId,
                        feeItem,
                        OccupancyMapping.pieces(
                                terms.payers(
                                        caller.get(), unitId, feeItem, new Asked(from, until)))));
    }

    @Override
    public ResponseEntity<Occupant> createOccupant(String idempotencyKey, OccupantCreate body) {
        OccupantRow row = occupants.create(caller.get(), OccupancyMapping.draft(body));
        return answer(ResponseEntity.created(Wire.location("occupants", row.id())), row);
    }

    @Override
    public ResponseEntity<Occupant> getOccupant(String occupantId) {
        return answer(ResponseEntity.ok(), occupants.get(caller.get(), occupantId));
    }

    @Override
    public ResponseEntity<Occupant> updateOccupant(
            String occupantId, String idempotencyKey, String ifMatch, OccupantPatch body) {
        OccupantRow row =
                occupants.update(caller.get(), occupantId, ifMatch, OccupancyMapping.change(body));
        return answer(ResponseEntity.ok(), row);
    }

    @Override
    public ResponseEntity<Occupant> endStay(
            String occupantId, String idempotencyKey, StayEnding body) {
        OccupantRow row = occupants.moveOut(caller.get(), occupantId, body.getUntil());
        return answer(ResponseEntity.ok(), row);
    }

    @Override
    public ResponseEntity<OccupantPage> listOccupants(
            @Nullable String unitId,
            @Nullable LocalDate on,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("occupants", limit, cursor);
        Filter filter = new Filter(Optional.ofNullable(unitId), Optional.ofNullable(on));
        return ResponseEntity.ok(
                OccupancyMapping.occupants(occupants.list(caller.get(), filter, request)));
    }

    private static ResponseEntity<Occupant> answer(BodyBuilder answer, OccupantRow row) {
        return answer.eTag(Version.tag(row.version())).body(OccupancyMapping.occupant(row));
    }
}

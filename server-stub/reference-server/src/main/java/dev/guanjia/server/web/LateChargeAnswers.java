package dev.guanjia.server.web;

import dev.guanjia.billing.latecharge.Deferment;
import dev.guanjia.billing.latecharge.LateChargeTerms;
import dev.guanjia.billing.latecharge.OpenHistory;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.Charge;
import dev.guanjia.server.api.model.LateCharge;
import dev.guanjia.server.api.model.LateChargeLine;
import dev.guanjia.server.api.model.LateChargePage;
import dev.guanjia.server.api.model.LateChargeRule;
import dev.guanjia.server.api.model.LateChargeRuleCreate;
import dev.guanjia.server.api.model.LateChargeRuleEndingCreate;
import dev.guanjia.server.api.model.LateChargeRulePage;
import dev.guanjia.server.api.model.LateChargesCreate;
import dev.guanjia.server.api.model.LateChargesEntered;
import dev.guanjia.server.application.LateChargeDesk;
import dev.guanjia.server.application.LateChargeDesk.Preview;
import dev.guanjia.server.application.LateChargeEntryDesk;
import dev.guanjia.server.application.LateChargeRuleDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.LateChargeRuleStore;
import dev.guanjia.server.store.LateChargeRuleStore.RuleRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on late charges and their rules. */
@Component
class LateChargeAnswers {

    private final CurrentCaller caller;
    private final LateChargeDesk charges;
    private final LateChargeEntryDesk entries;
    private final LateChargeRuleDesk rules;

    LateChargeAnswers(
            CurrentCaller caller,
            LateChargeDesk charges,
            LateChargeEntryDesk entries,
            LateChargeRuleDesk rules) {
        this.entries = entries;
        this.caller = caller;
        this.charges = charges;
        this.rules = rules;
    }

    ResponseEntity<LateChargeRule> create(LateChargeRuleCreate body) {
        LateChargeRuleDesk.DraftTerms terms =
                new LateChargeRuleDesk.DraftTerms(
                        body.getRate(),
                        body.getPer(),
                        body.getGraceDays(),
                        Optional.ofNullable(body.getCap()),
                        Optional.ofNullable(body.getRounding()));
        LateChargeRuleDesk.Draft draft =
                new LateChargeRuleDesk.Draft(
                        Optional.ofNullable(body.getCommunityId()),
                        body.getFeeItem(),
                        body.getFrom(),
                        terms,
                        body.getSource());
        RuleRow row = rules.create(caller.get(), draft);
        return ResponseEntity.created(Wire.location("late-charge-rules", row.id())).body(rule(row));
    }

    ResponseEntity<LateChargeRule> end(String id, LateChargeRuleEndingCreate body) {
        return ResponseEntity.ok(rule(rules.end(caller.get(), id, body.getTo())));
    }

    ResponseEntity<LateChargeRule> get(String id) {
        return ResponseEntity.ok(rule(rules.get(caller.get(), id)));
    }

    ResponseEntity<LateChargeRulePage> list(@Nullable String communityId, PageRequest request) {
        Page<LateChargeRule> page =
                rules.list(caller.get(), Optional.ofNullable(communityId), request)
                        .map(LateChargeAnswers::rule);
        return ResponseEntity.ok(
                new LateChargeRulePage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<LateChargePage> preview(String unitId, LocalDate on, PageRequest request) {
        Page<LateCharge> page =
                charges.list(caller.get(), unitId, on, request).map(row -> charge(unitId, row));
        return ResponseEntity.ok(new LateChargePage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<LateChargesEntered> enter(String unitId, LateChargesCreate body) {
        List<Charge> charges =
                entries.enter(caller.get(), unitId, body.getOn(), body.getDueOn()).stream()
                        .map(ChargeMapping::charge)
                        .toList();
        return ResponseEntity.status(HttpStatus.CREATED).body(new LateChargesEntered(charges));
    }

    private static LateChargeRule rule(RuleRow row) {
        LateChargeTerms terms = row.rule().terms();
        return new LateChargeRule(
                        row.id(),
                        row.rule().item().value(),
                        row.rule().from(),
                        LateChargeRuleStore.text(terms.rate()),
                        terms.per().name(),
                        terms.graceDays(),
                        terms.rounding().name(),
                        row.rule().source(),
                        Wire.at(row.recordedAt()))
                .communityId(row.communityId())
                .to(row.rule().until())
                .cap(terms.cap() == null ? null : LateChargeRuleStore.text(terms.cap()));
    }

    private static LateCharge charge(String unitId, Preview preview) {
        OpenHistory history = preview.history();
        LocalDate on = preview.late().asOf();
        return new LateCharge(
                        history.charge().value(),
                        unitId,
                        history.item().value(),
                        history.dueOn(),
                        on,
                        Wire.money(history.openOn(on)),
                        history.openOn(on).isPositive() && history.lateDays(on).isOverdue(),
                        Wire.money(preview.late().amount()),
                        preview.late().lines().stream().map(LateChargeAnswers::line).toList())
                .deferredUntil(deferredUntil(history, on));
    }

    private static @Nullable LocalDate deferredUntil(OpenHistory history, LocalDate on) {
        return history.deferments().stream()
                .filter(granted -> !granted.grantedOn().isAfter(on))
                .map(Deferment::promised)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static LateChargeLine line(dev.guanjia.billing.latecharge.LateChargeLine line) {
        return new LateChargeLine(
                line.days().start(),
                line.days().last(),
                (int) line.days().days(),
                Wire.money(line.base()),
                line.dayRate().toString(),
                line.amount().toString(),
                line.rule().from(),
                line.rule().source());
    }
}

package dev.guanjia.server.web;

import dev.guanjia.decision.Language;
import dev.guanjia.organisation.authority.Candidate;
import dev.guanjia.organisation.authority.DecisionKind;
import dev.guanjia.organisation.authority.OpenStep;
import dev.guanjia.server.api.model.ApprovalChainStep;
import dev.guanjia.server.api.model.ApprovalChainStepPage;
import dev.guanjia.server.api.model.AuthorityAnswer;
import dev.guanjia.server.api.model.AuthorityCandidate;
import dev.guanjia.server.api.model.AuthorityKind;
import dev.guanjia.server.api.model.AuthorityKindPage;
import dev.guanjia.server.api.model.Delegation;
import dev.guanjia.server.api.model.DelegationCreate;
import dev.guanjia.server.api.model.DelegationPage;
import dev.guanjia.server.application.AuthorityReader.Asking;
import dev.guanjia.server.application.DelegationDesk.Draft;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.store.DelegationStore.DelegationRow;
import java.util.List;
import java.util.stream.Stream;

/** Kinds, chains, answers and delegations on the wire. */
final class AuthorityMapping {

    /** As many as the document allows. */
    private static final int MOST_REASONS = 50;

    private static final int MOST_CANDIDATES = 200;

    private AuthorityMapping() {}

    static AuthorityKindPage kinds(Page<DecisionKind> page) {
        return new AuthorityKindPage(page.map(AuthorityMapping::kind).items())
                .nextCursor(page.nextCursor());
    }

    private static AuthorityKind kind(DecisionKind kind) {
        return new AuthorityKind(
                kind.key().value(),
                Wire.label(kind.label()),
                kind.amountRequired(),
                kind.from(),
                kind.source());
    }

    static ApprovalChainStepPage chains(
            Page<dev.guanjia.organisation.authority.ApprovalStep> page) {
        return new ApprovalChainStepPage(page.map(AuthorityMapping::step).items())
                .nextCursor(page.nextCursor());
    }

    private static ApprovalChainStep step(dev.guanjia.organisation.authority.ApprovalStep step) {
        return new ApprovalChainStep(
                        step.id(),
                        Wire.label(step.label()),
                        step.kind().value(),
                        step.order(),
                        step.act().name(),
                        step.role().value(),
                        step.threshold().retired(),
                        step.attachmentRequired(),
                        step.from(),
                        step.source())
                .above(step.threshold().above().map(above -> Wire.money(above)).orElse(null));
    }

    static AuthorityAnswer answer(Asking asking, Language language) {
        dev.guanjia.organisation.authority.Answer answer = asking.answer();
        return new AuthorityAnswer(
                asking.actor().staff().value(),
                asking.actor().post().value(),
                answer.outcome().name(),
                answer.reasons().stream()
                        .limit(MOST_REASONS)
                        .map(reason -> ReasonMapping.reason(reason, language))
                        .toList(),
                candidates(asking));
    }

    private static List<AuthorityCandidate> candidates(Asking asking) {
        return asking.further().stream()
                .flatMap(AuthorityMapping::candidates)
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private static Stream<AuthorityCandidate> candidates(OpenStep open) {
        return open.could().stream().map(person -> candidate(open, person));
    }

    private static AuthorityCandidate candidate(OpenStep open, Candidate person) {
        return new AuthorityCandidate(person.staff().value(), person.post().value())
                .stepId(open.step().id())
                .delegationId(person.delegation().map(row -> row.id()).orElse(null));
    }

    static Draft draft(DelegationCreate body) {
        return new Draft(
                body.getToId(),
                body.getKinds(),
                ApprovalMapping.sum(body.getLimit()),
                body.getFrom(),
                body.getTo());
    }

    static DelegationPage delegations(Page<DelegationRow> page) {
        return new DelegationPage(page.map(AuthorityMapping::delegation).items())
                .nextCursor(page.nextCursor());
    }

    static Delegation delegation(DelegationRow row) {
        dev.guanjia.organisation.authority.Delegation granted = row.granted();
        return new Delegation(
                        granted.id(),
                        granted.from().staff().value(),
                        granted.post().value(),
                        granted.to().value(),
                        granted.kinds().stream().map(kind -> kind.value()).toList(),
                        granted.first(),
                        row.to())
                .limit(granted.limit().map(limit -> Wire.money(limit)).orElse(null))
                .revokedAt(row.revocation().map(revoked -> Wire.at(revoked.at())).orElse(null));
    }
}

package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.ApprovalsApi;
import dev.guanjia.server.api.model.Approval;
import dev.guanjia.server.api.model.ApprovalChainStepPage;
import dev.guanjia.server.api.model.ApprovalCreate;
import dev.guanjia.server.api.model.ApprovalDecisionCreate;
import dev.guanjia.server.api.model.ApprovalEvent;
import dev.guanjia.server.api.model.ApprovalEventPage;
import dev.guanjia.server.api.model.ApprovalPage;
import dev.guanjia.server.api.model.ApprovalWithdrawalCreate;
import dev.guanjia.server.api.model.AuthorityAnswer;
import dev.guanjia.server.api.model.AuthorityKindPage;
import dev.guanjia.server.api.model.Delegation;
import dev.guanjia.server.api.model.DelegationCreate;
import dev.guanjia.server.api.model.DelegationPage;
import dev.guanjia.server.api.model.RevocationCreate;
import dev.guanjia.server.application.ApprovalDesk;
import dev.guanjia.server.application.ApprovalReader;
import dev.guanjia.server.application.ApprovalReader.ApprovalView;
import dev.guanjia.server.application.ApprovalSteps;
import dev.guanjia.server.application.ApprovalSteps.Word;
import dev.guanjia.server.application.AuthorityReader;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.RequestLanguage;
import dev.guanjia.server.store.ApprovalStore.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions asked for and taken, who could take them, and who decides for whom. */
@RestController
@RequestMapping("/v1")
class ApprovalController implements ApprovalsApi {

    private final CurrentCaller caller;
    private final ApprovalDesk desk;
    private final ApprovalSteps steps;
    private final ApprovalReader reader;
    private final AuthorityReader authority;
    private final DelegationAnswers delegations;
    private final HttpServletRequest http;

    ApprovalController(
            CurrentCaller caller,
            ApprovalDesk desk,
            ApprovalSteps steps,
            ApprovalReader reader,
            AuthorityReader authority,
            DelegationAnswers delegations,
            HttpServletRequest http) {
        this.caller = caller;
        this.desk = desk;
        this.steps = steps;
        this.reader = reader;
        this.authority = authority;
        this.delegations = delegations;
        this.http = http;
    }

    @Override
    public ResponseEntity<AuthorityKindPage> listAuthorityKinds(
            Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("authority-kinds", limit, cursor);
        return ResponseEntity.ok(AuthorityMapping.kinds(authority.kinds(request)));
    }

    @Override
    public ResponseEntity<ApprovalChainStepPage> listApprovalChains(
            @Nullable String kind, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("approval-chains", limit, cursor);
        return ResponseEntity.ok(AuthorityMapping.chains(authority.chains(kind, request)));
    }

    @Override
    public ResponseEntity<AuthorityAnswer> askAuthority(
            String kind,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String requesterId,
            @Nullable String requesterPost) {
        AuthorityReader.Question question =
                new AuthorityReader.Question(kind, amount, currency, requesterId, requesterPost);
        return ResponseEntity.ok(
                AuthorityMapping.answer(
                        authority.ask(caller.get(), question), RequestLanguage.of(http)));
    }

    @Override
    public ResponseEntity<Approval> requestApproval(String idempotencyKey, ApprovalCreate body) {
        ApprovalView view = desk.request(caller.get(), ApprovalMapping.draft(body));
        return ResponseEntity.created(Wire.location("approvals", view.row().id()))
                .eTag(Version.tag(view.row().version()))
                .body(ApprovalMapping.approval(view));
    }

    @Override
    public ResponseEntity<ApprovalPage> listApprovals(
            @Nullable String kind,
            @Nullable String state,
            @Nullable String requestedBy,
            @Nullable Boolean waitingForMe,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("approvals", limit, cursor);
        Page<ApprovalView> page =
                reader.list(
                        caller.get(),
                        new Filter(kind, state, requestedBy),
                        Boolean.TRUE.equals(waitingForMe),
                        request);
        return ResponseEntity.ok(ApprovalMapping.page(page));
    }

    @Override
    public ResponseEntity<Approval> getApproval(String approvalId) {
        return answer(reader.get(caller.get(), approvalId));
    }

    @Override
    public ResponseEntity<AuthorityAnswer> askApproval(String approvalId) {
        return ResponseEntity.ok(
                AuthorityMapping.answer(
                        reader.ask(caller.get(), approvalId), RequestLanguage.of(http)));
    }

    @Override
    public ResponseEntity<Approval> decideApproval(
            String approvalId, String idempotencyKey, String ifMatch, ApprovalDecisionCreate body) {
        Word word = new Word(body.getVerdict(), body.getStepId(), body.getReason());
        return answer(steps.decide(caller.get(), approvalId, ifMatch, word));
    }

    @Override
    public ResponseEntity<Approval> withdrawApproval(
            String approvalId,
            String idempotencyKey,
            String ifMatch,
            ApprovalWithdrawalCreate body) {
        return answer(steps.withdraw(caller.get(), approvalId, ifMatch, body.getReason()));
    }

    @Override
    public ResponseEntity<ApprovalEventPage> listApprovalEvents(
            String approvalId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("approval-events", limit, cursor);
        Page<ApprovalEvent> page =
                reader.events(caller.get(), approvalId, request)
                        .map(row -> ApprovalMapping.event(row, RequestLanguage.of(http)));
        return ResponseEntity.ok(new ApprovalEventPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Delegation> createDelegation(
            String idempotencyKey, DelegationCreate body) {
        return delegations.create(body);
    }

    @Override
    public ResponseEntity<Delegation> revokeDelegation(
            String delegationId, String idempotencyKey, RevocationCreate body) {
        return delegations.revoke(delegationId, body);
    }

    @Override
    public ResponseEntity<DelegationPage> listDelegations(
            @Nullable String staffId,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("delegations", limit, cursor);
        return delegations.list(staffId, asOf, request);
    }

    private static ResponseEntity<Approval> answer(ApprovalView view) {
        return ResponseEntity.ok()
                .eTag(Version.tag(view.row().version()))
                .body(ApprovalMapping.approval(view));
    }
}

package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.DepositsApi;
import dev.guanjia.server.api.model.Deposit;
import dev.guanjia.server.api.model.DepositBalance;
import dev.guanjia.server.api.model.DepositBalancePage;
import dev.guanjia.server.api.model.DepositCheckCreate;
import dev.guanjia.server.api.model.DepositCreate;
import dev.guanjia.server.api.model.DepositDeductionCreate;
import dev.guanjia.server.api.model.DepositKind;
import dev.guanjia.server.api.model.DepositKindPage;
import dev.guanjia.server.api.model.DepositPage;
import dev.guanjia.server.api.model.DepositRefundCreate;
import dev.guanjia.server.api.model.DepositSummary;
import dev.guanjia.server.api.model.DepositSummaryCreate;
import dev.guanjia.server.api.model.DepositSummaryPage;
import dev.guanjia.server.api.model.DepositSummaryRejectionCreate;
import dev.guanjia.server.api.model.DepositSummarySignatureCreate;
import dev.guanjia.server.application.DepositDesk;
import dev.guanjia.server.application.DepositSteps;
import dev.guanjia.server.application.DepositSummaryDesk;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DepositStore.DepositRow;
import dev.guanjia.server.store.DepositStore.Filter;
import dev.guanjia.server.store.DepositSummaryStore.SummaryRow;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money held for others. */
@RestController
@RequestMapping("/v1")
class DepositsController implements DepositsApi {

    private final CurrentCaller caller;
    private final DepositDesk deposits;
    private final DepositSteps steps;
    private final DepositSummaryDesk summaries;

    DepositsController(
            CurrentCaller caller,
            DepositDesk deposits,
            DepositSteps steps,
            DepositSummaryDesk summaries) {
        this.caller = caller;
        this.deposits = deposits;
        this.steps = steps;
        this.summaries = summaries;
    }

    @Override
    public ResponseEntity<DepositKindPage> listDepositKinds(
            Integer limit, @Nullable String cursor) {
        Page<DepositKind> page =
                deposits.kinds(PageRequest.of("deposit-kinds", limit, cursor))
                        .map(DepositMapping::kind);
        return ResponseEntity.ok(new DepositKindPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Deposit> createDeposit(String idempotencyKey, DepositCreate body) {
        DepositDesk.Draft draft =
                new DepositDesk.Draft(
                        body.getUnitId(),
                        body.getKind(),
                        body.getAmount().getAmount(),
                        body.getAmount().getCurrency(),
                        body.getMethod(),
                        body.getReceiptNo(),
                        body.getTakenOn());
        DepositRow row = deposits.create(caller.get(), draft);
        return ResponseEntity.created(Wire.location("deposits", row.id()))
                .eTag(Version.tag(row.version()))
                .body(DepositMapping.deposit(row));
    }

    @Override
    public ResponseEntity<Deposit> getDeposit(String depositId) {
        return answer(deposits.get(caller.get(), depositId));
    }

    @Override
    public ResponseEntity<DepositPage> listDeposits(
            @Nullable String unitId,
            @Nullable String state,
            Integer limit,
            @Nullable String cursor) {
        Filter filter = new Filter(Optional.ofNullable(unitId), Optional.ofNullable(state));
        Page<Deposit> page =
                deposits.list(caller.get(), filter, PageRequest.of("deposits", limit, cursor))
                        .map(DepositMapping::deposit);
        return ResponseEntity.ok(new DepositPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Deposit> deductDeposit(
            String depositId, String idempotencyKey, String ifMatch, DepositDeductionCreate body) {
        DepositSteps.Kept kept =
                new DepositSteps.Kept(
                        body.getAmount().getAmount(),
                        body.getAmount().getCurrency(),
                        body.getReason(),
                        body.getConsent(),
                        body.getDeductedOn());
        return answer(steps.deduct(caller.get(), depositId, ifMatch, kept));
    }

    @Override
    public ResponseEntity<Deposit> checkDeposit(
            String depositId, String idempotencyKey, String ifMatch, DepositCheckCreate body) {
        return answer(steps.check(caller.get(), depositId, ifMatch, body.getCheckedOn()));
    }

    @Override
    public ResponseEntity<Deposit> refundDeposit(
            String depositId, String idempotencyKey, String ifMatch, DepositRefundCreate body) {
        DepositSteps.Payout payout =
                new DepositSteps.Payout(
                        body.getAmount().getAmount(),
                        body.getAmount().getCurrency(),
                        body.getMethod(),
                        body.getRefundedOn());
        return answer(steps.refund(caller.get(), depositId, ifMatch, payout));
    }

    @Override
    public ResponseEntity<DepositBalancePage> listDepositBalances(
            @Nullable LocalDate on,
            @Nullable String unitId,
            Integer limit,
            @Nullable String cursor) {
        DepositDesk.Held held =
                deposits.held(
                        caller.get(),
                        Optional.ofNullable(on),
                        Optional.ofNullable(unitId),
                        PageRequest.of("deposit-balances", limit, cursor));
        Page<DepositBalance> page =
                held.balances().map(balance -> DepositMapping.balance(held.on(), balance));
        return ResponseEntity.ok(
                new DepositBalancePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DepositSummary> createDepositSummary(
            String idempotencyKey, DepositSummaryCreate body) {
        SummaryRow row = summaries.create(caller.get(), body.getDepositIds(), body.getDrawnUpOn());
        return ResponseEntity.created(Wire.location("deposit-summaries", row.id()))
                .eTag(Version.tag(row.version()))
                .body(DepositMapping.summary(row));
    }

    @Override
    public ResponseEntity<DepositSummary> getDepositSummary(String depositSummaryId) {
        return answer(summaries.get(caller.get(), depositSummaryId));
    }

    @Override
    public ResponseEntity<DepositSummaryPage> listDepositSummaries(
            Integer limit, @Nullable String cursor) {
        Page<DepositSummary> page =
                summaries
                        .list(caller.get(), PageRequest.of("deposit-summaries", limit, cursor))
                        .map(DepositMapping::summary);
        return ResponseEntity.ok(
                new DepositSummaryPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DepositSummary> signDepositSummary(
            String depositSummaryId,
            String idempotencyKey,
            String ifMatch,
            DepositSummarySignatureCreate body) {
        return answer(summaries.sign(caller.get(), depositSummaryId, ifMatch, body.getSignedOn()));
    }

    @Override
    public ResponseEntity<DepositSummary> rejectDepositSummary(
            String depositSummaryId,
            String idempotencyKey,
            String ifMatch,
            DepositSummaryRejectionCreate body) {
        DepositSummaryDesk.No no =
                new DepositSummaryDesk.No(body.getRejectedOn(), body.getReason());
        return answer(summaries.reject(caller.get(), depositSummaryId, ifMatch, no));
    }

    private static ResponseEntity<Deposit> answer(DepositRow row) {
        return ResponseEntity.ok()
                .eTag(Version.tag(row.version()))
                .body(DepositMapping.deposit(row));
    }

    private static ResponseEntity<DepositSummary> answer(SummaryRow row) {
        return ResponseEntity.ok()
                .eTag(Version.tag(row.version()))
                .body(DepositMapping.summary(row));
    }
}

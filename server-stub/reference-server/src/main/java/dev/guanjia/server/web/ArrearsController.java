package dev.guanjia.server.web;

import dev.guanjia.billing.arrears.AgeBuckets;
import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.ArrearsApi;
import dev.guanjia.server.api.model.Ageing;
import dev.guanjia.server.api.model.CollectionRates;
import dev.guanjia.server.api.model.Debtor;
import dev.guanjia.server.api.model.DebtorPage;
import dev.guanjia.server.api.model.Statement;
import dev.guanjia.server.application.ArrearsDesk;
import dev.guanjia.server.application.ArrearsDesk.Owing;
import dev.guanjia.server.application.ExportDesk;
import dev.guanjia.server.application.ListingDesk;
import dev.guanjia.server.application.ListingDesk.Layout;
import dev.guanjia.server.application.StatementDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who owes what since when, statements of account, collection rates, and files of them. */
@RestController
@RequestMapping("/v1")
class ArrearsController implements ArrearsApi {

    private final CurrentCaller caller;
    private final ArrearsDesk arrears;
    private final StatementDesk statements;
    private final ExportDesk exports;
    private final ListingDesk lists;
    private final FileAnswers files;

    ArrearsController(
            CurrentCaller caller,
            ArrearsDesk arrears,
            StatementDesk statements,
            ExportDesk exports,
            ListingDesk lists,
            FileAnswers files) {
        this.caller = caller;
        this.arrears = arrears;
        this.statements = statements;
        this.exports = exports;
        this.lists = lists;
        this.files = files;
    }

    @Override
    public ResponseEntity<DebtorPage> listArrears(
            String communityId, @Nullable LocalDate on, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("arrears", limit, cursor);
        Page<Owing> owing =
                arrears.list(caller.get(), communityId, Optional.ofNullable(on), request);
        AgeBuckets buckets = buckets(owing);
        Page<Debtor> page = owing.map(one -> ArrearsMapping.debtor(one, buckets));
        return ResponseEntity.ok(new DebtorPage(page.items()).nextCursor(page.nextCursor()));
    }

    /** All of a page is of one day. */
    private AgeBuckets buckets(Page<Owing> owing) {
        return owing.items().stream()
                .findFirst()
                .map(one -> arrears.buckets(caller.get(), one.arrears().asOf()))
                .orElseGet(AgeBuckets::load);
    }

    @Override
    public ResponseEntity<Ageing> getAgeing(String communityId, @Nullable LocalDate on) {
        Arrears all = arrears.all(caller.get(), communityId, Optional.ofNullable(on));
        return ResponseEntity.ok(
                ArrearsMapping.ageing(communityId, all, arrears.buckets(caller.get(), all.asOf())));
    }

    @Override
    public ResponseEntity<CollectionRates> getCollectionRate(
            String communityId, LocalDate from, LocalDate until) {
        return ResponseEntity.ok(
                ArrearsMapping.rates(
                        communityId, arrears.rates(caller.get(), communityId, from, until)));
    }

    @Override
    public ResponseEntity<Statement> getUnitStatement(
            String unitId, LocalDate from, LocalDate until, @Nullable String payer) {
        return ResponseEntity.ok(ArrearsMapping.statement(ofUnit(unitId, from, until, payer)));
    }

    @Override
    public ResponseEntity<Statement> getPayerStatement(
            String payer, LocalDate from, LocalDate until) {
        DateRange days = StatementDesk.days(from, until);
        return ResponseEntity.ok(
                ArrearsMapping.statement(statements.ofPayer(caller.get(), payer, days)));
    }

    @Override
    public ResponseEntity<Resource> exportArrears(
            String communityId, @Nullable LocalDate on, @Nullable String format) {
        return files.answer(
                format,
                "arrears",
                exports.arrears(caller.get(), communityId, Optional.ofNullable(on)));
    }

    @Override
    public ResponseEntity<Resource> exportUnitStatement(
            String unitId,
            LocalDate from,
            LocalDate until,
            @Nullable String payer,
            @Nullable String format) {
        return files.answer(
                format, "statement", ExportDesk.statement(ofUnit(unitId, from, until, payer)));
    }

    @Override
    public ResponseEntity<Resource> exportPayerStatement(
            String payer, LocalDate from, LocalDate until, @Nullable String format) {
        DateRange days = StatementDesk.days(from, until);
        StatementDesk.Seen seen = statements.ofPayer(caller.get(), payer, days);
        return files.answer(format, "statement", ExportDesk.statement(seen));
    }

    @Override
    public ResponseEntity<Resource> exportBillRunCharges(
            String billRunId, @Nullable String format) {
        return files.answer(format, "charges", exports.charges(caller.get(), billRunId));
    }

    @Override
    public ResponseEntity<Resource> exportPayments(
            String communityId,
            LocalDate from,
            LocalDate until,
            @Nullable String layout,
            @Nullable String format) {
        DateRange days = StatementDesk.days(from, until);
        return files.answer(
                format,
                "payments",
                Layout.of(layout) == Layout.LIST
                        ? exports.payments(caller.get(), communityId, days)
                        : lists.payments(caller.get(), communityId, days));
    }

    private StatementDesk.Seen ofUnit(
            String unitId, LocalDate from, LocalDate until, @Nullable String payer) {
        DateRange days = StatementDesk.days(from, until);
        return statements.ofUnit(caller.get(), unitId, Optional.ofNullable(payer), days);
    }
}

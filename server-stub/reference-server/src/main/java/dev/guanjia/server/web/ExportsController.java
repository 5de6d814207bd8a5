package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.ExportsApi;
import dev.guanjia.server.application.DunningFileDesk;
import dev.guanjia.server.application.ListingDesk;
import dev.guanjia.server.application.ListingDesk.Layout;
import dev.guanjia.server.application.StatementDesk;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is registered, billed, paid and held, as files. */
@RestController
@RequestMapping("/v1")
class ExportsController implements ExportsApi {

    private final CurrentCaller caller;
    private final ListingDesk lists;
    private final DunningFileDesk dunning;
    private final FileAnswers files;

    ExportsController(
            CurrentCaller caller, ListingDesk lists, DunningFileDesk dunning, FileAnswers files) {
        this.caller = caller;
        this.lists = lists;
        this.dunning = dunning;
        this.files = files;
    }

    @Override
    public ResponseEntity<Resource> exportUnits(
            String communityId, @Nullable String layout, @Nullable String format) {
        Layout columns = Layout.of(layout);
        return files.answer(format, "units", lists.units(caller.get(), communityId, columns));
    }

    @Override
    public ResponseEntity<Resource> exportOwners(@Nullable String layout, @Nullable String format) {
        return files.answer(format, "owners", lists.owners(caller.get(), Layout.of(layout)));
    }

    @Override
    public ResponseEntity<Resource> exportMeterReadings(
            String communityId,
            LocalDate from,
            LocalDate until,
            @Nullable String layout,
            @Nullable String format) {
        return files.answer(
                format,
                "meter-readings",
                lists.readings(
                        caller.get(),
                        communityId,
                        StatementDesk.days(from, until),
                        Layout.of(layout)));
    }

    @Override
    public ResponseEntity<Resource> exportReceipts(
            String communityId, LocalDate from, LocalDate until, @Nullable String format) {
        return files.answer(
                format,
                "receipts",
                lists.receipts(caller.get(), communityId, StatementDesk.days(from, until)));
    }

    @Override
    public ResponseEntity<Resource> exportDeposits(String communityId, @Nullable String format) {
        return files.answer(format, "deposits", lists.deposits(caller.get(), communityId));
    }

    @Override
    public ResponseEntity<Resource> exportDunningCases(
            String communityId, @Nullable LocalDate on, @Nullable String format) {
        return files.answer(
                format,
                "dunning-cases",
                dunning.cases(caller.get(), communityId, Optional.ofNullable(on)));
    }

    @Override
    public ResponseEntity<Resource> exportCharges(
            String communityId, LocalDate from, LocalDate until, @Nullable String format) {
        return files.answer(
                format,
                "charges",
                lists.charges(caller.get(), communityId, StatementDesk.days(from, until)));
    }

    @Override
    public ResponseEntity<Resource> exportWaivers(
            String communityId, LocalDate from, LocalDate until, @Nullable String format) {
        return files.answer(
                format,
                "waivers",
                lists.waivers(caller.get(), communityId, StatementDesk.days(from, until)));
    }

    @Override
    public ResponseEntity<Resource> exportDeferrals(
            String communityId, LocalDate from, LocalDate until, @Nullable String format) {
        return files.answer(
                format,
                "deferrals",
                lists.deferrals(caller.get(), communityId, StatementDesk.days(from, until)));
    }
}

package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.PrepaidYearsApi;
import dev.guanjia.server.api.model.PrepaidYear;
import dev.guanjia.server.api.model.PrepaidYearCreate;
import dev.guanjia.server.api.model.PrepaidYearPage;
import dev.guanjia.server.api.model.PrepaidYearQuote;
import dev.guanjia.server.application.PrepaidYearDesk;
import dev.guanjia.server.application.PrepaidYearDraft;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Years that are paid ahead at a discount. */
@RestController
@RequestMapping("/v1")
class PrepaidYearsController implements PrepaidYearsApi {

    private final CurrentCaller caller;
    private final PrepaidYearDesk years;

    PrepaidYearsController(CurrentCaller caller, PrepaidYearDesk years) {
        this.caller = caller;
        this.years = years;
    }

    @Override
    public ResponseEntity<PrepaidYearQuote> getPrepaidYearQuote(
            String unitId, String feeItem, String firstMonth) {
        PrepaidYearDraft.Asked asked = new PrepaidYearDraft.Asked(feeItem, firstMonth);
        return ResponseEntity.ok(
                PrepaidYearMapping.quote(unitId, years.quote(caller.get(), unitId, asked)));
    }

    @Override
    public ResponseEntity<PrepaidYear> createPrepaidYear(
            String unitId, String idempotencyKey, PrepaidYearCreate body) {
        PrepaidYear year =
                PrepaidYearMapping.year(
                        years.create(caller.get(), unitId, PrepaidYearMapping.draft(body)));
        return ResponseEntity.created(Wire.location("prepaid-years", year.getId())).body(year);
    }

    @Override
    public ResponseEntity<PrepaidYear> getPrepaidYear(String prepaidYearId) {
        return ResponseEntity.ok(PrepaidYearMapping.year(years.get(caller.get(), prepaidYearId)));
    }

    @Override
    public ResponseEntity<PrepaidYearPage> listUnitPrepaidYears(
            String unitId, Integer limit, @Nullable String cursor) {
        Page<PrepaidYear> page =
                years.list(caller.get(), unitId, PageRequest.of("prepaid-years", limit, cursor))
                        .map(PrepaidYearMapping::year);
        return ResponseEntity.ok(new PrepaidYearPage(page.items()).nextCursor(page.nextCursor()));
    }
}

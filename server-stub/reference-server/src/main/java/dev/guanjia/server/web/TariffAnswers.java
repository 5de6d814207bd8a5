package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.FeeItem;
import dev.guanjia.server.api.model.FeeItemPage;
import dev.guanjia.server.api.model.Tariff;
import dev.guanjia.server.api.model.TariffCreate;
import dev.guanjia.server.api.model.TariffPage;
import dev.guanjia.server.application.TariffDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on fee items and prices. */
@Component
class TariffAnswers {

    private final CurrentCaller caller;
    private final TariffDesk tariffs;

    TariffAnswers(CurrentCaller caller, TariffDesk tariffs) {
        this.caller = caller;
        this.tariffs = tariffs;
    }

    ResponseEntity<FeeItemPage> items(PageRequest request) {
        Page<FeeItem> page = tariffs.items(caller.get(), request).map(TariffAnswers::item);
        return ResponseEntity.ok(new FeeItemPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<Tariff> create(TariffCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        TariffMapping.tariff(
                                tariffs.create(caller.get(), TariffMapping.draft(body))));
    }

    ResponseEntity<TariffPage> list(PageRequest request) {
        Page<Tariff> page = tariffs.list(caller.get(), request).map(TariffMapping::tariff);
        return ResponseEntity.ok(new TariffPage(page.items()).nextCursor(page.nextCursor()));
    }

    static FeeItem item(dev.guanjia.billing.fee.FeeItem item) {
        return new FeeItem(
                        item.id().value(),
                        Wire.label(item.label()),
                        item.basis().name(),
                        item.income().name(),
                        item.managementFee(),
                        item.from(),
                        item.source())
                .meters(item.meters() == null ? null : item.meters().name());
    }
}

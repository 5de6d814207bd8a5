package dev.guanjia.server.application;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.server.store.FeeItemStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What a company charges for: the catalogue, and rows of its own. */
@Component
class CompanyFeeItems {

    private final FeeItemStore items;

    CompanyFeeItems(FeeItemStore items) {
        this.items = items;
    }

    FeeItemCatalogue of(String tenant) {
        List<FeeItem> all = new ArrayList<>(FeeItemCatalogue.standard().items());
        all.addAll(items.all(tenant));
        return new FeeItemCatalogue(all);
    }

    /** An item that runs charge by its price; noted when there is none. */
    Optional<FeeItemId> priced(String tenant, Given given, String text) {
        return known(
                tenant, given, text, basis -> basis.isCalculated() && basis != ChargeBasis.SHARE);
    }

    /** An item of shares of pools; noted when there is none. */
    Optional<FeeItemId> shared(String tenant, Given given, String text) {
        return known(tenant, given, text, basis -> basis == ChargeBasis.SHARE);
    }

    private Optional<FeeItemId> known(
            String tenant, Given given, String text, Predicate<ChargeBasis> fits) {
        List<FeeItem> fitting =
                of(tenant).items().stream().filter(known -> fits.test(known.basis())).toList();
        return given.feeItem("/fee_item", text, fitting);
    }
}

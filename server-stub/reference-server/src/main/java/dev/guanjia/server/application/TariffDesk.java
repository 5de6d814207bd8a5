package dev.guanjia.server.application;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.tariff.Pricing;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.TariffScope;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.money.Rational;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitUse;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.TariffStore;
import dev.guanjia.server.store.TariffStore.TariffRow;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What is charged for, and at which price. */
@Service
public class TariffDesk {

    private final FeeItemCatalogue items = FeeItemCatalogue.standard();
    private final Clerk clerk;
    private final BillingLocks locks;
    private final TariffStore tariffs;

    TariffDesk(Clerk clerk, BillingLocks locks, TariffStore tariffs) {
        this.clerk = clerk;
        this.locks = locks;
        this.tariffs = tariffs;
    }

    /**
     * A price as it was given.
     *
     * @param communityId where
     * @param feeItem of which fee item
     * @param use for homes or for shops
     * @param price in major units
     * @param currency of what
     * @param from from which day on
     */
    public record Draft(
            String communityId,
            String feeItem,
            String use,
            String price,
            String currency,
            LocalDate from) {}

    /**
     * Lists what is charged for, by id.
     *
     * @param request which page
     * @return the page
     */
    public Page<FeeItem> items(PageRequest request) {
        return Page.slice(items.items(), request, item -> item.id().value());
    }

    /**
     * Sets a price. Setting the same again changes nothing.
     *
     * @param caller who asks
     * @param draft the price
     * @return the tariff that stands
     */
    public TariffRow create(Caller caller, Draft draft) {
        clerk.admit(caller, "create-tariff", draft.communityId());
        return stand(caller, new TariffRow(read(caller, draft), draft.price()));
    }

    private Tariff read(Caller caller, Draft draft) {
        Given given = new Given();
        if (!locks.community(caller.tenant(), draft.communityId())) {
            given.unknown("/community_id", draft.communityId());
        }
        Optional<FeeItemId> item = item(given, draft.feeItem());
        Optional<UnitUse> use = given.known("/use", draft.use(), UnitUse.class);
        Optional<Rational> price =
                given.decimal(
                        "/price", draft.price(), Pricing::isPrice, "above 0, at most 1000000");
        Optional<Currency> currency = given.currency("/currency", draft.currency());
        Optional<LocalDate> from = given.day("/from", draft.from());
        given.end();
        CommunityId community = new CommunityId(draft.communityId());
        return new Tariff(
                new TariffId(Ids.next("tf")),
                new TariffScope(community, item.orElseThrow(), use.orElseThrow()),
                new Rate(price.orElseThrow()),
                Terms.STANDARD,
                currency.orElseThrow(),
                from.orElseThrow(),
                null);
    }

    private Optional<FeeItemId> item(Given given, String text) {
        Optional<FeeItemId> item =
                items.items().stream()
                        .filter(known -> known.basis() != ChargeBasis.ORDER)
                        .map(FeeItem::id)
                        .filter(id -> id.value().equals(text))
                        .findFirst();
        return item.isPresent() ? item : given.unknown("/fee_item", text);
    }

    /**
     * Lists prices by community, fee item, use and first day.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<TariffRow> list(Caller caller, PageRequest request) {
        return tariffs.list(caller.tenant(), request);
    }

    private TariffRow stand(Caller caller, TariffRow wanted) {
        CommunityId community = wanted.tariff().scope().community();
        List<TariffRow> rows = tariffs.ofCommunity(caller.tenant(), community.value());
        TariffBook book =
                new TariffBook(
                        community,
                        BookMoney.CURRENCY,
                        rows.stream().map(TariffRow::tariff).toList());
        Tariff standing = Refused.unlessAccepted(book.add(wanted.tariff()));
        if (standing.equals(wanted.tariff())) {
            tariffs.add(caller.tenant(), wanted);
            rows = List.of(wanted);
        }
        clerk.done(
                caller,
                "create-tariff",
                standing.id().value(),
                Map.of("community_id", community.value(), "price", wanted.price()));
        return rows.stream().filter(row -> row.tariff().equals(standing)).findFirst().orElseThrow();
    }
}

package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.billing.arrears.Owed;
import dev.guanjia.billing.dunning.Promise.Paid;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.property.Payer;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.ArrearsStore;
import dev.guanjia.server.store.ArrearsStore.OpenRow;
import dev.guanjia.server.store.ArrearsStore.Place;
import dev.guanjia.server.store.CommunityStore;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is owed in a community at the end of a day, as the domain knows it. */
@Component
class OpenArrears {

    private final CommunityStore communities;
    private final CommunityDays days;
    private final ArrearsStore store;
    private final Deferrals deferrals;
    private final CompanyFeeItems company;

    OpenArrears(
            CommunityStore communities,
            CommunityDays days,
            ArrearsStore store,
            Deferrals deferrals,
            CompanyFeeItems company) {
        this.communities = communities;
        this.days = days;
        this.store = store;
        this.deferrals = deferrals;
        this.company = company;
    }

    /** A community that exists, on a day that has begun there. */
    Place place(String tenant, String community, Optional<LocalDate> on) {
        return place(tenant, community, "on", on);
    }

    Place place(String tenant, String community, String pointer, Optional<LocalDate> on) {
        ZoneId zone = zone(tenant, community);
        Given given = new Given();
        LocalDate day =
                on.flatMap(one -> days.past(given, pointer, one, zone))
                        .orElseGet(() -> days.today(zone));
        given.end();
        return new Place(community, day, BookMoney.CURRENCY);
    }

    ZoneId zone(String tenant, String community) {
        return communities
                .find(tenant, community)
                .map(row -> row.community().zone())
                .orElseThrow(() -> Fault.notFound(community));
    }

    Arrears all(String tenant, Place place) {
        return arrears(tenant, place, store.all(tenant, place));
    }

    Arrears of(String tenant, Place place, Collection<Payer> payers) {
        return arrears(tenant, place, store.of(tenant, place, payers));
    }

    /** What came in of some payers. */
    Map<Payer, List<Paid>> paid(String tenant, Place place, Collection<Payer> payers) {
        return store.paid(tenant, place, payers).stream()
                .collect(
                        Collectors.groupingBy(
                                ArrearsStore.PaidRow::payer,
                                Collectors.mapping(
                                        row -> new Paid(row.day(), row.amount()),
                                        Collectors.toList())));
    }

    /** One for each row, in their order. */
    Arrears arrears(String tenant, Place place, List<OpenRow> rows) {
        List<ChargeId> ids = rows.stream().map(OpenRow::id).toList();
        Map<ChargeId, LocalDate> promised = deferrals.promised(tenant, ids, place.day());
        FeeItemCatalogue items = company.of(tenant);
        List<Owed> owed =
                rows.stream()
                        .map(
                                row ->
                                        new Owed(
                                                row.debtor().payer(),
                                                open(items, row),
                                                promised.get(row.id())))
                        .toList();
        return new Arrears(place.day(), place.currency(), owed);
    }

    private static OpenCharge open(FeeItemCatalogue items, OpenRow row) {
        return new OpenCharge(
                row.id(), row.key(), order(items, row.key().feeItem()), row.dueOn(), row.open());
    }

    private static int order(FeeItemCatalogue items, FeeItemId item) {
        return items.find(item).map(FeeItem::order).orElse(Integer.MAX_VALUE);
    }
}

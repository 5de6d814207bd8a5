package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.property.CommunityId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.TariffStore;
import dev.guanjia.server.store.TariffStore.TariffRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What is charged for, and at which price. */
@Service
public class TariffDesk {

    private final CompanyFeeItems items;
    private final Clerk clerk;
    private final TariffReading reading;
    private final TariffStore tariffs;

    TariffDesk(CompanyFeeItems items, Clerk clerk, TariffReading reading, TariffStore tariffs) {
        this.items = items;
        this.clerk = clerk;
        this.reading = reading;
        this.tariffs = tariffs;
    }

    /**
     * Lists what is charged for, by id.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<FeeItem> items(Caller caller, PageRequest request) {
        return Page.slice(items.of(caller.tenant()).items(), request, item -> item.id().value());
    }

    /**
     * Sets a price. Setting the same again changes nothing.
     *
     * @param caller who asks
     * @param draft the price
     * @return the tariff that stands
     */
    public TariffRow create(Caller caller, TariffDraft draft) {
        clerk.admit(caller, "create-tariff", draft.place().communityId());
        Given given = new Given();
        Optional<Tariff> tariff = reading.read(caller, draft, given);
        given.end();
        return stand(caller, new TariffRow(tariff.orElseThrow(), draft.price().single()));
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
        TariffBook book = TariffReading.book(community, rows);
        LocalDate charged =
                tariffs.scopeChargedUntil(caller.tenant(), wanted.tariff()).orElse(null);
        Tariff standing =
                Refused.unlessAccepted(
                        book.add(wanted.tariff(), charged),
                        reason -> TariffReading.pointer(wanted.tariff(), reason));
        if (standing.equals(wanted.tariff())) {
            tariffs.add(caller.tenant(), wanted);
            rows = List.of(wanted);
        }
        clerk.done(
                caller,
                "create-tariff",
                standing.id().value(),
                Map.of("community_id", community.value(), "price", text(wanted)));
        return rows.stream().filter(row -> row.tariff().equals(standing)).findFirst().orElseThrow();
    }

    private static String text(TariffRow row) {
        return row.price() == null ? "slabs" : row.price();
    }
}

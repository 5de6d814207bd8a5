package dev.guanjia.server.application;

import dev.guanjia.billing.arrears.AgeBuckets;
import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.billing.arrears.CollectionRate;
import dev.guanjia.billing.arrears.Owed;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.ArrearsStore;
import dev.guanjia.server.store.ArrearsStore.Debtor;
import dev.guanjia.server.store.ArrearsStore.OpenRow;
import dev.guanjia.server.store.ArrearsStore.Place;
import dev.guanjia.server.store.StatementStore;
import dev.guanjia.server.store.StatementStore.RateRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Who owes what since when, and how much of what was due came in. */
@Service
public class ArrearsDesk {

    private final OpenArrears open;
    private final ArrearsStore store;
    private final StatementStore statements;
    private final CompanyFeeItems company;
    private final CompanyTables tables;

    ArrearsDesk(
            OpenArrears open,
            ArrearsStore store,
            StatementStore statements,
            CompanyFeeItems company,
            CompanyTables tables) {
        this.open = open;
        this.store = store;
        this.statements = statements;
        this.company = company;
        this.tables = tables;
    }

    /**
     * What a payer owes of a unit.
     *
     * @param unit the unit
     * @param debtor who
     * @param arrears what, at the end of the day
     */
    public record Owing(UnitId unit, Debtor debtor, Arrears arrears) {

        private String key() {
            return PageRequest.join(unit.value(), debtor.payer().toString());
        }
    }

    /**
     * How much of what was due came in.
     *
     * @param from the first day
     * @param until the last day
     * @param managementFee of the items that count as management fee
     * @param all of every item
     */
    public record Rates(
            LocalDate from, LocalDate until, CollectionRate managementFee, CollectionRate all) {}

    /**
     * The ages that are told apart.
     *
     * @param caller who asks
     * @param day on which day
     * @return the buckets of the company
     */
    public AgeBuckets buckets(Caller caller, LocalDate day) {
        return tables.buckets(caller.tenant(), day);
    }

    /**
     * Lists who owes what, by unit and payer.
     *
     * @param caller who asks
     * @param community of which community
     * @param on at the end of which day; today if empty
     * @param request which page
     * @return the page
     */
    public Page<Owing> list(
            Caller caller, String community, Optional<LocalDate> on, PageRequest request) {
        Place place = open.place(caller.tenant(), community, on);
        List<OpenRow> rows = store.page(caller.tenant(), place, request);
        List<Owed> owed = open.arrears(caller.tenant(), place, rows).owed();
        List<Owing> owing = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= rows.size(); end++) {
            if (end == rows.size() || !isSame(rows.get(start), rows.get(end))) {
                OpenRow first = rows.get(start);
                Arrears own = new Arrears(place.day(), place.currency(), owed.subList(start, end));
                owing.add(new Owing(first.key().unit(), first.debtor(), own));
                start = end;
            }
        }
        return Page.of(owing, request, Owing::key);
    }

    private static boolean isSame(OpenRow one, OpenRow other) {
        return one.key().unit().equals(other.key().unit())
                && one.debtor().payer().equals(other.debtor().payer());
    }

    /**
     * Reads all that is owed in a community.
     *
     * @param caller who asks
     * @param community of which community
     * @param on at the end of which day; today if empty
     * @return the arrears of the day
     */
    public Arrears all(Caller caller, String community, Optional<LocalDate> on) {
        return open.all(caller.tenant(), open.place(caller.tenant(), community, on));
    }

    /**
     * Counts how much of what was due came in.
     *
     * @param caller who asks
     * @param community of which community
     * @param from the first day on which service begins
     * @param until the last such day, and the last on which money counts
     * @return the rates
     */
    public Rates rates(Caller caller, String community, LocalDate from, LocalDate until) {
        Place place = open.place(caller.tenant(), community, "until", Optional.of(until));
        StatementDays.of(from, until);
        FeeItemCatalogue items = company.of(caller.tenant());
        List<RateRow> rows = statements.rates(caller.tenant(), place, from);
        return new Rates(
                from,
                until,
                rate(rows, row -> isManagementFee(items, row.item())),
                rate(rows, row -> true));
    }

    private static boolean isManagementFee(FeeItemCatalogue items, FeeItemId item) {
        return items.find(item).filter(FeeItem::managementFee).isPresent();
    }

    private static CollectionRate rate(List<RateRow> rows, Predicate<RateRow> which) {
        Money due = Money.zero(BookMoney.CURRENCY);
        Money paid = due;
        for (RateRow row : rows.stream().filter(which).toList()) {
            due = due.plus(row.due());
            paid = paid.plus(row.paid());
        }
        return new CollectionRate(due, paid);
    }
}

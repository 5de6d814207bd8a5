package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.arrears.Statement;
import dev.guanjia.billing.arrears.StatementEntry;
import dev.guanjia.billing.arrears.StatementEntry.Kind;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.ChargeMovement;
import dev.guanjia.server.store.OccupantStore;
import dev.guanjia.server.store.OwnerStore;
import dev.guanjia.server.store.StatementStore;
import dev.guanjia.server.store.StatementStore.Account;
import dev.guanjia.server.store.StatementStore.EventRow;
import dev.guanjia.server.store.UnitStore;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Statements of account, drawn up from the charges and all that changed what is open of them. */
@Service
public class StatementDesk {

    private final UnitStore units;
    private final OwnerStore owners;
    private final OccupantStore occupants;
    private final StatementStore store;

    StatementDesk(
            UnitStore units, OwnerStore owners, OccupantStore occupants, StatementStore store) {
        this.units = units;
        this.owners = owners;
        this.occupants = occupants;
        this.store = store;
    }

    /**
     * An account over some days.
     *
     * @param unit of which unit; empty where it is a payer's
     * @param statement the account
     * @param charges the charges of its lines
     */
    public record Seen(
            Optional<UnitId> unit, Statement statement, Map<ChargeId, EventRow> charges) {

        /**
         * The charge of a line.
         *
         * @param line of this statement
         * @return of which unit and for what it is
         */
        public EventRow charge(Statement.Line line) {
            return charges.get(line.entry().charge());
        }
    }

    /**
     * Draws up the account of a unit.
     *
     * @param caller who asks
     * @param unitId the unit
     * @param payer of this payer only, {@code OWNER:ow_1}
     * @param days the days, the last included
     * @return the account
     */
    public Seen ofUnit(Caller caller, String unitId, Optional<String> payer, DateRange days) {
        UnitId unit =
                units.find(caller.tenant(), unitId)
                        .map(row -> row.unit().id())
                        .orElseThrow(() -> Fault.notFound(unitId));
        Optional<Payer> whose = payer.map(text -> payer(caller, text));
        return draw(caller, new Account(Optional.of(unit), whose), days);
    }

    /**
     * Draws up the account of a payer over all units.
     *
     * @param caller who asks
     * @param payer whose, {@code OWNER:ow_1}
     * @param days the days, the last included
     * @return the account
     */
    public Seen ofPayer(Caller caller, String payer, DateRange days) {
        Payer whose = payer(caller, payer);
        return draw(caller, new Account(Optional.empty(), Optional.of(whose)), days);
    }

    /**
     * Reads the days of an account.
     *
     * @param from the first
     * @param until the last, included
     * @return the days
     */
    public static DateRange days(LocalDate from, LocalDate until) {
        return StatementDays.of(from, until);
    }

    private Payer payer(Caller caller, String text) {
        Given given = new Given();
        Optional<Payer> payer = payer(given, text);
        payer.filter(one -> !known(caller.tenant(), one))
                .ifPresent(one -> given.unknown("payer", text));
        given.end();
        return payer.orElseThrow();
    }

    private boolean known(String tenant, Payer payer) {
        return payer.kind() == Payer.Kind.OWNER
                ? owners.find(tenant, payer.id()).isPresent()
                : occupants.find(tenant, payer.id()).isPresent();
    }

    private static Optional<Payer> payer(Given given, String text) {
        try {
            return Optional.of(Payer.parse(text));
        } catch (IllegalArgumentException other) {
            return given.unknown("payer", text);
        }
    }

    private Seen draw(Caller caller, Account account, DateRange days) {
        List<EventRow> events =
                store.events(caller.tenant(), account, BookMoney.CURRENCY, days.last());
        Map<ChargeId, EventRow> charges = new HashMap<>();
        events.forEach(event -> charges.put(event.charge(), event));
        Statement statement =
                Statement.of(
                        account.payer().orElse(null),
                        days,
                        Money.zero(BookMoney.CURRENCY),
                        events.stream().map(StatementDesk::entry).toList());
        return new Seen(account.unit(), statement, charges);
    }

    private static StatementEntry entry(EventRow event) {
        ChargeMovement.Kind kind = event.kind();
        Kind shown = kind == null ? Kind.CHARGED : shown(kind, event.amount().isNegative());
        Money amount = event.amount().isNegative() ? event.amount().negated() : event.amount();
        return new StatementEntry(event.day(), shown, event.charge(), event.sourceId(), amount);
    }

    private static Kind shown(ChargeMovement.Kind kind, boolean raises) {
        return switch (kind) {
            case ALLOCATION, ALLOCATION_REVERSED, PREPAYMENT_USED ->
                    raises ? Kind.PAYMENT_REVERSED : Kind.PAID;
            case WAIVER -> raises ? Kind.CHARGED : Kind.WAIVED;
            case REFUND -> raises ? Kind.REFUNDED : Kind.CHARGE_REVERSED;
            case CHARGE_REVERSED -> raises ? Kind.CHARGED : Kind.CHARGE_REVERSED;
            case WRITE_OFF, RECOVERY -> raises ? Kind.RECOVERED : Kind.WRITTEN_OFF;
        };
    }
}

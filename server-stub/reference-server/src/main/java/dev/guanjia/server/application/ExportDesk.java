package dev.guanjia.server.application;

import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.billing.arrears.Owed;
import dev.guanjia.billing.arrears.Standing;
import dev.guanjia.billing.arrears.Statement;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.ArrearsDesk.Owing;
import dev.guanjia.server.export.FileKind.Content;
import dev.guanjia.server.export.Rows;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.ArrearsStore.Place;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.PaymentFileStore;
import dev.guanjia.server.store.PaymentFileStore.Days;
import dev.guanjia.server.store.PaymentFileStore.PaymentLine;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lists as files, read and written some rows at a time. */
@Service
public class ExportDesk {

    private static final int AT_A_TIME = 500;

    private final OpenArrears open;
    private final ArrearsDesk arrears;
    private final ChargeStore charges;
    private final BillRunDesk runs;
    private final PaymentFileStore payments;

    ExportDesk(
            OpenArrears open,
            ArrearsDesk arrears,
            ChargeStore charges,
            BillRunDesk runs,
            PaymentFileStore payments) {
        this.open = open;
        this.arrears = arrears;
        this.charges = charges;
        this.runs = runs;
        this.payments = payments;
    }

    /** Writes one item of a list. */
    private interface Line<T> {
        void write(Rows rows, T item) throws IOException;
    }

    /**
     * The arrears of a community.
     *
     * @param caller who asks
     * @param community of which community
     * @param on at the end of which day; today if empty
     * @return one row per unit and payer
     */
    public Content arrears(Caller caller, String community, Optional<LocalDate> on) {
        Place place = open.place(caller.tenant(), community, on);
        Optional<LocalDate> day = Optional.of(place.day());
        return rows -> {
            head(
                    rows,
                    "unit_id building_name unit_number payer payer_name charges open overdue deferred"
                            + " oldest_due_on days_overdue");
            pages(
                    rows,
                    "arrears",
                    request -> arrears.list(caller, community, day, request),
                    ExportDesk::owing);
        };
    }

    private static void owing(Rows rows, Owing owing) throws IOException {
        Arrears owed = owing.arrears();
        rows.text(owing.unit().value())
                .text(owing.debtor().unit().building())
                .text(owing.debtor().unit().number())
                .text(owing.debtor().payer().toString())
                .text(owing.debtor().name())
                .count(owed.owed().size())
                .amount(owed.balance())
                .amount(owed.balance(Standing.OVERDUE))
                .amount(owed.balance(Standing.DEFERRED))
                .day(oldest(owed).orElse(null))
                .count(daysOverdue(owed))
                .end();
    }

    /**
     * Since when something is late.
     *
     * @param arrears of one payer
     * @return the due day of the oldest late charge; empty if nothing is late
     */
    public static Optional<LocalDate> oldest(Arrears arrears) {
        return arrears.owed().stream()
                .filter(item -> item.standing(arrears.asOf()) == Standing.OVERDUE)
                .map(item -> item.charge().dueOn())
                .min(LocalDate::compareTo);
    }

    /**
     * How late the oldest late charge is.
     *
     * @param arrears of one payer
     * @return days since its due day; zero if nothing is late
     */
    public static int daysOverdue(Arrears arrears) {
        return arrears.owed().stream()
                .mapToInt((Owed item) -> Math.toIntExact(item.daysOverdue(arrears.asOf())))
                .max()
                .orElse(0);
    }

    /**
     * The charges of a run.
     *
     * @param caller who asks
     * @param runId the bill run
     * @return one row per charge, by due day, fee item and id
     */
    public Content charges(Caller caller, String runId) {
        String run = runs.get(caller, runId).id();
        ChargeStore.Filter filter =
                new ChargeStore.Filter(Optional.empty(), Optional.of(run), Optional.empty());
        return rows -> {
            head(
                    rows,
                    "charge_id unit_id payer fee_item service_from service_to due_on amount open"
                            + " binding");
            pages(
                    rows,
                    "charges",
                    request -> charges.list(caller.tenant(), filter, request),
                    ExportDesk::charge);
        };
    }

    private static void charge(Rows rows, ChargeRow row) throws IOException {
        rows.text(row.id().value())
                .text(row.key().unit().value())
                .text(row.payer().toString())
                .text(row.key().feeItem().value())
                .day(row.key().period().start())
                .day(row.key().period().end())
                .day(row.dueOn())
                .amount(row.standing().amount())
                .amount(row.standing().open())
                .text(row.standing().binding() ? "yes" : "no")
                .end();
    }

    /**
     * The payments of a community.
     *
     * @param caller who asks
     * @param community of which community
     * @param days the days, the last included
     * @return one row per payment, by day and receipt number
     */
    public Content payments(Caller caller, String community, DateRange days) {
        open.zone(caller.tenant(), community);
        Days which = new Days(community, days.start(), days.last());
        return rows -> {
            head(
                    rows,
                    "payment_id receipt_no paid_on unit_id unit_number method amount prepayment"
                            + " external_reference");
            PaymentLine last = null;
            do {
                last = payments(rows, payments.read(caller.tenant(), which, last, AT_A_TIME));
            } while (last != null);
        };
    }

    private static @Nullable PaymentLine payments(Rows rows, List<PaymentLine> some)
            throws IOException {
        for (PaymentLine line : some) {
            rows.text(line.id())
                    .count(line.receiptNo())
                    .day(line.paidOn())
                    .text(line.unit().id())
                    .text(line.unit().number())
                    .text(line.money().method())
                    .amount(line.money().amount())
                    .amount(line.money().prepayment())
                    .text(line.money().reference())
                    .end();
        }
        return some.size() < AT_A_TIME ? null : some.get(some.size() - 1);
    }

    /**
     * An account.
     *
     * @param seen the account
     * @return the opening balance, one row per line, the closing balance
     */
    public static Content statement(StatementDesk.Seen seen) {
        Statement statement = seen.statement();
        return rows -> {
            head(rows, "on kind unit_id fee_item charge_id reference amount balance");
            blank(rows.day(statement.days().start()).text("OPENING"))
                    .amount(statement.opening())
                    .end();
            for (Statement.Line line : statement.lines()) {
                rows.day(line.entry().on())
                        .text(line.entry().kind().name())
                        .text(seen.charge(line).unit().value())
                        .text(seen.charge(line).item().value())
                        .text(line.entry().charge().value())
                        .text(line.entry().reference())
                        .amount(line.entry().effect())
                        .amount(line.balance())
                        .end();
            }
            blank(rows.day(statement.days().last()).text("CLOSING"))
                    .amount(statement.closing())
                    .end();
        };
    }

    private static Rows blank(Rows rows) throws IOException {
        return rows.text(null).text(null).text(null).text(null).text(null);
    }

    private static void head(Rows rows, String columns) throws IOException {
        for (String column : columns.split(" ")) {
            rows.text(column);
        }
        rows.end();
    }

    private static <T> void pages(
            Rows rows, String list, Function<PageRequest, Page<T>> read, Line<T> line)
            throws IOException {
        Page<T> page = read.apply(PageRequest.of(list, AT_A_TIME, null));
        while (true) {
            for (T item : page.items()) {
                line.write(rows, item);
            }
            if (page.nextCursor() == null) {
                return;
            }
            page = read.apply(PageRequest.of(list, AT_A_TIME, page.nextCursor()));
        }
    }
}

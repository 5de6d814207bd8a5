package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.export.FileKind.Content;
import dev.guanjia.server.export.Rows;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.BillingListings;
import dev.guanjia.server.store.Listing;
import dev.guanjia.server.store.ListingStore;
import dev.guanjia.server.store.ListingStore.Amount;
import dev.guanjia.server.store.ListingStore.Cell;
import dev.guanjia.server.store.ListingStore.Day;
import dev.guanjia.server.store.ListingStore.Decimal;
import dev.guanjia.server.store.ListingStore.Some;
import dev.guanjia.server.store.ListingStore.Text;
import dev.guanjia.server.store.RegistryListings;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Files of what is registered, billed, paid and held, read and written some rows at a time. */
@Service
public class ListingDesk {

    private static final int AT_A_TIME = 500;

    private final OpenArrears open;
    private final ListingStore lists;

    ListingDesk(OpenArrears open, ListingStore lists) {
        this.open = open;
        this.lists = lists;
    }

    /** Which columns a file has. */
    public enum Layout {
        /** For people. */
        LIST,
        /** Those that the import of the same things reads. */
        IMPORT;

        /**
         * Reads what was asked for.
         *
         * @param text null for the list
         * @return the layout
         * @throws Fault 400 if it is none
         */
        public static Layout of(@Nullable String text) {
            return text == null
                    ? LIST
                    : Arrays.stream(values())
                            .filter(layout -> layout.name().equals(text))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            Fault.invalid(
                                                    "layout",
                                                    FieldCode.UNKNOWN_VALUE,
                                                    Map.of("value", text)));
        }
    }

    /**
     * The units of a community.
     *
     * @param caller who asks
     * @param community of which community
     * @param layout as they are today, or as they were entered for the import
     * @return one row per unit, by building and number
     */
    public Content units(Caller caller, String community, Layout layout) {
        LocalDate today = open.place(caller.tenant(), community, Optional.empty()).day();
        Listing listing =
                layout == Layout.LIST ? RegistryListings.UNITS : RegistryListings.UNITS_AS_ENTERED;
        return content(caller, listing, Map.of("community", community, "today", today));
    }

    /**
     * The owners.
     *
     * @param caller who asks
     * @param layout the columns
     * @return one row per owner, by id
     */
    public Content owners(Caller caller, Layout layout) {
        Listing listing =
                layout == Layout.LIST ? RegistryListings.OWNERS : RegistryListings.OWNERS_TO_IMPORT;
        return content(caller, listing, Map.of());
    }

    /**
     * What was read in a community.
     *
     * @param caller who asks
     * @param community of which community
     * @param days the days, the last included
     * @param layout all readings, or those that stand for the import
     * @return one row per reading, by meter and day
     */
    public Content readings(Caller caller, String community, DateRange days, Layout layout) {
        Listing listing =
                layout == Layout.LIST
                        ? RegistryListings.READINGS
                        : RegistryListings.READINGS_TO_IMPORT;
        return ofDays(caller, community, days, listing);
    }

    /**
     * The receipts that were issued in a community.
     *
     * @param caller who asks
     * @param community of which community
     * @param days the days, the last included
     * @return one row per receipt, by number
     */
    public Content receipts(Caller caller, String community, DateRange days) {
        return ofDays(caller, community, days, BillingListings.RECEIPTS);
    }

    /**
     * The payments of a community that were not undone, for the import.
     *
     * @param caller who asks
     * @param community of which community
     * @param days the days, the last included
     * @return one row per payment, by day and receipt number
     */
    public Content payments(Caller caller, String community, DateRange days) {
        return ofDays(caller, community, days, BillingListings.PAYMENTS_TO_IMPORT);
    }

    /**
     * The charges of a community whose service begins on some days.
     *
     * @param caller who asks
     * @param community of which community
     * @param days the days, the last included
     * @return one row per charge, unit by unit
     */
    public Content charges(Caller caller, String community, DateRange days) {
        return ofDays(caller, community, days, BillingListings.CHARGES);
    }

    /**
     * The waivers that were proposed in a community.
     *
     * @param caller who asks
     * @param community of which community
     * @param days the days, the last included
     * @return one row per waiver, in the order in which they were proposed
     */
    public Content waivers(Caller caller, String community, DateRange days) {
        return ofDays(caller, community, days, BillingListings.WAIVERS);
    }

    /**
     * The deferrals that were asked for in a community.
     *
     * @param caller who asks
     * @param community of which community
     * @param days the days, the last included
     * @return one row per deferral, in the order in which they were asked for
     */
    public Content deferrals(Caller caller, String community, DateRange days) {
        return ofDays(caller, community, days, BillingListings.DEFERRALS);
    }

    /**
     * The deposits of a community of which something is held.
     *
     * @param caller who asks
     * @param community of which community
     * @return one row per deposit, in the order in which they were taken
     */
    public Content deposits(Caller caller, String community) {
        open.zone(caller.tenant(), community);
        return content(caller, BillingListings.DEPOSITS, Map.of("community", community));
    }

    private Content ofDays(Caller caller, String community, DateRange days, Listing listing) {
        open.zone(caller.tenant(), community);
        return content(
                caller,
                listing,
                Map.of("community", community, "from", days.start(), "until", days.last()));
    }

    private Content content(Caller caller, Listing listing, Map<String, ?> values) {
        return rows -> {
            Some some = read(caller, listing, values, listing.first());
            for (String column : some.columns()) {
                rows.text(column);
            }
            rows.end();
            write(rows, some);
            while (some.rows().size() == AT_A_TIME) {
                some = read(caller, listing, values, some.last());
                write(rows, some);
            }
        };
    }

    private Some read(Caller caller, Listing listing, Map<String, ?> values, List<String> after) {
        return lists.read(caller.tenant(), listing, values, after, AT_A_TIME);
    }

    private static void write(Rows rows, Some some) throws IOException {
        for (List<Cell> row : some.rows()) {
            for (Cell cell : row) {
                write(rows, cell);
            }
            rows.end();
        }
    }

    private static void write(Rows rows, Cell cell) throws IOException {
        if (cell instanceof Amount amount) {
            rows.amount(amount.money());
        } else if (cell instanceof Day day) {
            rows.day(day.day());
        } else if (cell instanceof Decimal decimal) {
            rows.decimal(decimal.number());
        } else if (cell instanceof Text text) {
            rows.text(text.text());
        }
    }
}

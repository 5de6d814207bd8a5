package dev.guanjia.server.application;

import dev.guanjia.billing.dunning.Contact;
import dev.guanjia.billing.dunning.DunningCase;
import dev.guanjia.billing.dunning.DunningLevel;
import dev.guanjia.billing.dunning.DunningState;
import dev.guanjia.billing.dunning.Promise;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.DunningDesk.Asked;
import dev.guanjia.server.application.DunningDesk.Seen;
import dev.guanjia.server.export.FileKind.Content;
import dev.guanjia.server.export.Rows;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.ArrearsStore.Place;
import dev.guanjia.server.store.DunningCaseStore.Filter;
import dev.guanjia.server.store.PayerNameStore.UnitName;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Dunning cases as a file, read and written some rows at a time. */
@Service
public class DunningFileDesk {

    private static final int AT_A_TIME = 500;
    private static final List<String> COLUMNS =
            List.of(
                    "case_id",
                    "payer",
                    "payer_name",
                    "units",
                    "state",
                    "level",
                    "opened_on",
                    "overdue",
                    "days_overdue",
                    "next_step",
                    "next_level",
                    "promised_by",
                    "promised",
                    "last_contact_on",
                    "last_channel",
                    "last_outcome");

    private final OpenArrears open;
    private final DunningDesk dunning;

    DunningFileDesk(OpenArrears open, DunningDesk dunning) {
        this.open = open;
        this.dunning = dunning;
    }

    /**
     * The dunning cases of a community that are not closed.
     *
     * @param caller who asks
     * @param community of which community
     * @param on on which day; today if empty
     * @return one row per case, in the order in which they were opened
     */
    public Content cases(Caller caller, String community, Optional<LocalDate> on) {
        Place place = open.place(caller.tenant(), community, on);
        ZoneId zone = open.zone(caller.tenant(), community);
        Asked asked = new Asked(community, Optional.of(place.day()));
        Filter all = new Filter(Optional.empty(), Optional.empty());
        return rows -> {
            for (String column : COLUMNS) {
                rows.text(column);
            }
            rows.end();
            String cursor = null;
            do {
                PageRequest request = PageRequest.of("dunning-cases", AT_A_TIME, cursor);
                Page<Seen> page = dunning.list(caller, asked, all, request);
                write(rows, page.items(), zone);
                cursor = page.nextCursor();
            } while (cursor != null);
        };
    }

    private static void write(Rows rows, List<Seen> some, ZoneId zone) throws IOException {
        for (Seen seen : some) {
            if (seen.row().dunning().state() != DunningState.CLOSED) {
                write(rows, seen, zone);
            }
        }
    }

    private static void write(Rows rows, Seen seen, ZoneId zone) throws IOException {
        DunningCase dunning = seen.row().dunning();
        rows.text(seen.row().id())
                .text(dunning.payer().toString())
                .text(seen.known().name())
                .text(
                        seen.known().units().stream()
                                .map(DunningFileDesk::name)
                                .collect(Collectors.joining("; ")))
                .text(dunning.state().name())
                .text(seen.row().level())
                .day(seen.row().openedOn())
                .amount(seen.next().overdue())
                .count(seen.next().daysOverdue())
                .text(seen.next().reason().name())
                .text(level(seen));
        promise(rows, dunning.promise());
        last(rows, dunning.log(), zone);
        rows.end();
    }

    private static String name(UnitName unit) {
        return unit.building() + " " + unit.number();
    }

    private static @Nullable String level(Seen seen) {
        DunningLevel level = seen.next().level();
        return level == null ? null : level.key();
    }

    private static void promise(Rows rows, @Nullable Promise promise) throws IOException {
        if (promise == null) {
            rows.text(null).text(null);
        } else {
            rows.day(promise.by()).amount(promise.amount());
        }
    }

    private static void last(Rows rows, List<Contact> log, ZoneId zone) throws IOException {
        if (log.isEmpty()) {
            rows.text(null).text(null).text(null);
            return;
        }
        Contact last = log.get(log.size() - 1);
        rows.day(last.at().atZone(zone).toLocalDate())
                .text(last.channel().name())
                .text(last.outcome().name());
    }
}

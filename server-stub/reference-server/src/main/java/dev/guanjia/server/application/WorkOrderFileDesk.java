package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.Intakes.Matter;
import dev.guanjia.server.application.RequestFile.Line;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.Imported;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Due;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes in a file of requests with the work orders that they become, all of them or none. */
@Service
public class WorkOrderFileDesk {

    private static final String COMMAND = "import-work-orders";

    private final Permissions permissions;
    private final TenantStore tenants;
    private final WorkOrderStore orders;
    private final RequestBook requests;
    private final Intakes.Door door;
    private final DueTimes dueTimes;
    private final Audit audit;
    private final Clock clock;

    WorkOrderFileDesk(
            Permissions permissions,
            TenantStore tenants,
            WorkOrderStore orders,
            RequestBook requests,
            Intakes.Door door,
            DueTimes dueTimes,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.tenants = tenants;
        this.orders = orders;
        this.requests = requests;
        this.door = door;
        this.dueTimes = dueTimes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What became of a row.
     *
     * @param number 1 for the first after the header
     * @param reference its number in the other system
     * @param id the order
     * @param requestId the request that it comes from; null if nobody asked for it
     * @param stored whether it was stored now; else it was known
     */
    public record Result(
            int number, String reference, String id, @Nullable String requestId, boolean stored) {

        Result from(@Nullable String request) {
            return new Result(number, reference, id, request, stored);
        }
    }

    /** A row as an order of ours. */
    private record Order(Line line, Imported made) {}

    /**
     * Takes a file in.
     *
     * @param caller who asks
     * @param text the file
     * @return one result per row, in order
     */
    public List<Result> take(Caller caller, String text) {
        permissions.require(caller, COMMAND, "work-order-files");
        Given given = new Given();
        List<Order> all = read(caller, given, text);
        given.end();
        tenants.lock(caller.tenant());
        Map<String, Imported> fresh = new LinkedHashMap<>();
        List<Result> results = merge(caller, given, all, fresh);
        RequestBook.Origins origins = requests.origins(caller, given, fresh);
        given.end();
        orders.addAll(caller.tenant(), List.copyOf(fresh.values()));
        requests.add(caller, origins, clock.instant());
        Map<String, String> facts =
                Map.of(
                        "rows", String.valueOf(all.size()),
                        "stored", String.valueOf(fresh.size()));
        audit.accepted(caller, COMMAND, "work-order-files", facts);
        return withRequests(caller, results);
    }

    private List<Result> withRequests(Caller caller, List<Result> results) {
        Map<String, String> from =
                requests.of(caller.tenant(), results.stream().map(Result::id).toList());
        return results.stream().map(one -> one.from(from.get(one.id()))).toList();
    }

    private List<Order> read(Caller caller, Given given, String text) {
        Instant now = clock.instant();
        List<Line> lines = new RequestFile(given).read(text);
        Intakes intakes = door.open(caller.tenant(), units(lines), given, new Moments(given, now));
        DueTimes.Sheet sheet = dueTimes.sheet(caller.tenant());
        List<Order> read = new ArrayList<>();
        for (Line line : lines) {
            intakes.read(line.at(), line.told())
                    .flatMap(matter -> order(sheet, given, line, matter))
                    .map(order -> new WorkOrderRow(order, now, 1))
                    .map(row -> new Order(line, new Imported(row, line.content())))
                    .ifPresent(read::add);
        }
        return read;
    }

    private static Set<String> units(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(line.told().place().unitId()))
                .collect(Collectors.toSet());
    }

    private static Optional<WorkOrder> order(
            DueTimes.Sheet sheet, Given given, Line line, Matter matter) {
        Instant agreed = matter.dueAt();
        Due due =
                agreed == null
                        ? sheet.due(matter.intake(), matter.community())
                        : new Due.Given(agreed);
        return WorkOrder.receive(new WorkOrderId(Ids.next("wo")), matter.intake(), due)
                .fold(
                        Optional::of,
                        reasons -> {
                            reasons.forEach(
                                    no -> given.faults().add(line.at(), no.code(), no.facts()));
                            return Optional.empty();
                        });
    }

    /** The order of each row: the known one if it says the same, else the row's own. */
    private List<Result> merge(
            Caller caller, Given given, List<Order> all, Map<String, Imported> fresh) {
        Map<String, Imported> known = known(caller, all);
        List<Result> results = new ArrayList<>();
        for (Order one : all) {
            Imported before = known.putIfAbsent(key(one), one.made());
            if (before == null) {
                fresh.put(one.line().at() + "/source_reference", one.made());
            } else if (!before.content().equals(one.made().content())) {
                given.faults()
                        .add(
                                one.line().at() + "/source_reference",
                                ServiceRefusal.IMPORT_DIFFERS,
                                Map.of("reference", one.line().reference()));
            }
            String id = (before == null ? one.made() : before).row().id();
            results.add(
                    new Result(
                            one.line().number(), one.line().reference(), id, null, before == null));
        }
        return results;
    }

    /** A number is unique in its community and kind. */
    private Map<String, Imported> known(Caller caller, List<Order> all) {
        Map<String, Imported> known = new LinkedHashMap<>();
        Map<String, List<Order>> groups =
                all.stream().collect(Collectors.groupingBy(WorkOrderFileDesk::group));
        groups.forEach(
                (group, rows) ->
                        orders.imported(
                                        caller.tenant(),
                                        rows.get(0).made().row().order(),
                                        rows.stream().map(row -> row.line().reference()).toList())
                                .forEach((reference, one) -> known.put(group + reference, one)));
        return known;
    }

    private static String group(Order one) {
        Told told = one.line().told();
        return told.place().communityId() + " " + told.kind() + " ";
    }

    private static String key(Order one) {
        return group(one) + one.line().reference();
    }
}

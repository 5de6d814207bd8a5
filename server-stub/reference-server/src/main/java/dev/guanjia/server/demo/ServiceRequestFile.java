package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.ConflictException;
import dev.guanjia.client.Guanjia;
import dev.guanjia.client.GuanjiaException;
import dev.guanjia.client.IdempotencyKey;
import dev.guanjia.client.Pages;
import dev.guanjia.client.ProblemException;
import dev.guanjia.client.model.Community;
import dev.guanjia.client.model.CommunityCreate;
import dev.guanjia.client.model.CompanyCreate;
import dev.guanjia.client.model.OfficeHours;
import dev.guanjia.client.model.WorkOrderImportCreate;
import dev.guanjia.client.model.WorkOrderImportItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Brings in a city's export of service requests as complaints with their given due times, and
 * compares where they stand and whether they kept their time with the file's own columns, row by
 * row. A row that the server refuses is named and left out; the others come in.
 */
final class ServiceRequestFile {

    private static final int BATCH = 500;
    private static final int PAGE = 200;
    private static final String NAME = "Boston";

    private final Console console;
    private final Guanjia administrator;
    private final Instant asOf;
    private final RequestTally tally;

    private ServiceRequestFile(Console console, Guanjia administrator, Instant asOf) {
        this.console = console;
        this.administrator = administrator;
        this.asOf = asOf;
        this.tally = new RequestTally(console);
    }

    /**
     * Brings in one file after the other, each with its own lines and its own last one.
     *
     * @return true if every row of every file agrees
     */
    static boolean runAll(
            Console console, Guanjia administrator, Instant asOf, List<ServiceRequests> files) {
        boolean agreed = true;
        for (ServiceRequests file : files) {
            String name = Console.plain(String.valueOf(file.file()));
            console.say("requests.of-file", name, file.rows().size());
            agreed &= new ServiceRequestFile(console, administrator, asOf).run(file);
        }
        return agreed;
    }

    /** Returns true if every row agrees. */
    private boolean run(ServiceRequests requests) {
        requests.refused().forEach(tally::refuse);
        List<ServiceRequestRow> all = requests.rows();
        int taken = 0;
        try {
            String community = community();
            Progress progress = new Progress(console, "step.service-requests", all.size());
            while (taken < all.size()) {
                int end = Math.min(taken + BATCH, all.size());
                bringIn(community, all.subList(taken, end));
                taken = end;
                progress.to(taken);
            }
        } catch (GuanjiaException broken) {
            console.say("requests.stopped", taken, all.size(), broken.getMessage());
            return false;
        }
        return tally.close();
    }

    /** The city, as it was left by an earlier run, or made now. */
    private String community() {
        CompanyCreate company =
                new CompanyCreate()
                        .name("City of Boston")
                        .templateId("SINGLE_COMMUNITY")
                        .officeHours(new OfficeHours().opens("09:00").closes("17:00"));
        try {
            administrator.organisation().createCompany(key("city"), company);
        } catch (ConflictException exists) {
            if (!exists.is("company-exists")) {
                throw exists;
            }
        }
        return Pages.iterate(cursor -> administrator.registry().listCommunities(PAGE, cursor))
                .stream()
                .filter(one -> one.getName().equals(NAME))
                .filter(one -> one.getTimeZone().equals(CityTime.ZONE.getId()))
                .map(Community::getId)
                .findFirst()
                .orElseGet(this::founded);
    }

    private String founded() {
        CommunityCreate community =
                new CommunityCreate().name(NAME).timeZone(CityTime.ZONE.getId());
        return administrator
                .registry()
                .createCommunity(key("city", "community"), community)
                .getId();
    }

    /** The server takes all rows or none: those that it names are left out of the next attempt. */
    private void bringIn(String community, List<ServiceRequestRow> batch) {
        List<ServiceRequestRow> left = batch;
        while (!left.isEmpty()) {
            try {
                compare(left, take(community, left));
                return;
            } catch (ProblemException no) {
                SortedMap<Integer, String> named = RowProblems.of(no);
                if (named.isEmpty()) {
                    throw no;
                }
                left = without(left, named);
            }
        }
    }

    private List<WorkOrderImportItem> take(String community, List<ServiceRequestRow> rows) {
        WorkOrderImportCreate order =
                new WorkOrderImportCreate()
                        .kind("COMPLAINT")
                        .communityId(community)
                        .asOf(asOf.atOffset(ZoneOffset.UTC))
                        .rows(rows.stream().map(ServiceRequestRow::toImport).toList());
        // the same rows asked about again are the same request, whatever the file is called
        Stream<String> content = rows.stream().map(ServiceRequestRow::toString);
        String key =
                IdempotencyKey.of(
                        Stream.concat(Stream.of("demo", community, asOf.toString()), content)
                                .toArray(String[]::new));
        return administrator.workOrders().importWorkOrders(key, order).getItems();
    }

    private void compare(List<ServiceRequestRow> rows, List<WorkOrderImportItem> ruled) {
        for (int i = 0; i < rows.size(); i++) {
            tally.compare(rows.get(i), ruled.get(i));
        }
    }

    private List<ServiceRequestRow> without(
            List<ServiceRequestRow> rows, SortedMap<Integer, String> named) {
        List<ServiceRequestRow> left = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ServiceRequestRow row = rows.get(i);
            String reason = named.get(i);
            if (reason == null) {
                left.add(row);
            } else {
                tally.refuse(new RefusedRequest(row.line(), row.reference(), reason));
            }
        }
        return left;
    }
}

package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.guanjia.client.Guanjia;
import dev.guanjia.client.model.CommunityCreate;
import dev.guanjia.client.model.CompanyCreate;
import dev.guanjia.client.model.OfficeHours;
import dev.guanjia.client.model.WorkOrderImportCreate;
import dev.guanjia.client.model.WorkOrderImportItem;
import dev.guanjia.client.model.WorkOrderImportRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Brings in a city's export of service requests as complaints with their given due times, and
 * compares what the server rules with the file's own on-time column, row by row.
 */
final class ServiceRequestFile {

    private static final int BATCH = 250;

    private final Console console;
    private final Guanjia administrator;
    private int rows;
    private int agree;
    private int excluded;
    private int unmeasured;
    private final CalendarDayPolicy policy = new CalendarDayPolicy();

    ServiceRequestFile(Console console, Guanjia administrator) {
        this.console = console;
        this.administrator = administrator;
    }

    boolean run(DemoOptions options) {
        Path file = Objects.requireNonNull(options.serviceRequests());
        Instant asOf = Objects.requireNonNull(options.asOf());
        List<ServiceRequestRow> all = read(file);
        String community = community();
        Progress progress = new Progress(console, "step.requests", all.size());
        for (int start = 0; start < all.size(); start += BATCH) {
            List<ServiceRequestRow> batch = all.subList(start, Math.min(start + BATCH, all.size()));
            bringIn(community, batch, asOf, file.getFileName() + "/" + start);
            progress.to(rows);
        }
        policy.print(console);
        if (unmeasured > 0) {
            console.say("requests.unmeasured", unmeasured);
        }
        int differ = rows - unmeasured - agree;
        console.line(
                "rows %d, agree %d, excluded %d, differ %d"
                        .formatted(rows, agree, excluded, differ));
        return differ == 0;
    }

    private static List<ServiceRequestRow> read(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<ServiceRequestRow> all = new ArrayList<>();
            reader.forEach(record -> all.add(ServiceRequestRow.of(record)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private String community() {
        CompanyCreate company =
                new CompanyCreate()
                        .name("City of Boston")
                        .templateId("SINGLE_COMMUNITY")
                        .officeHours(new OfficeHours().opens("09:00").closes("17:00"));
        administrator.organisation().createCompany(key("city"), company);
        CommunityCreate community =
                new CommunityCreate().name("Boston").timeZone(ServiceRequestRow.ZONE.getId());
        return administrator
                .registry()
                .createCommunity(key("city", "community"), community)
                .getId();
    }

    private void bringIn(
            String community, List<ServiceRequestRow> batch, Instant asOf, String name) {
        List<WorkOrderImportRow> past = batch.stream().map(ServiceRequestRow::toImport).toList();
        WorkOrderImportCreate order =
                new WorkOrderImportCreate()
                        .kind("COMPLAINT")
                        .communityId(community)
                        .asOf(asOf.atOffset(ZoneOffset.UTC))
                        .rows(past);
        Map<String, WorkOrderImportItem> ruled = new TreeMap<>();
        administrator
                .workOrders()
                .importWorkOrders(key("import", name), order)
                .getItems()
                .forEach(item -> ruled.put(item.getSourceReference(), item));
        batch.forEach(row -> compare(row, ruled.get(row.reference())));
    }

    private void compare(ServiceRequestRow row, WorkOrderImportItem ruled) {
        rows++;
        excluded += Boolean.TRUE.equals(ruled.getExcluded()) ? 1 : 0;
        policy.compare(row);
        if (row.target() == null) {
            unmeasured++;
            return;
        }
        String ruling = ruled.getTimeliness().equals("ON_TIME") ? "ONTIME" : ruled.getTimeliness();
        if (ruling.equals(row.verdict())) {
            agree++;
        } else {
            console.line("  " + row.reference() + ": file " + row.verdict() + ", we " + ruling);
        }
    }
}

package dev.guanjia.server.application;

import dev.guanjia.property.Owner;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.CsvTable.Line;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.OwnerEntryStore;
import dev.guanjia.server.store.OwnerEntryStore.NewOwner;
import dev.guanjia.server.store.OwnerStore;
import dev.guanjia.server.store.TenantStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes in a file of owners, all of them or none; the same file again changes nothing. */
@Service
public class OwnerFileDesk {

    private static final String COMMAND = "import-owners";
    private static final int MOST_ROWS = 5000;
    private static final int SHORTEST_MOBILE = 5;
    private static final int LONGEST_MOBILE = 32;
    private static final Map<String, Integer> COLUMNS =
            Map.of("reference", 64, "name", 100, "mobile", LONGEST_MOBILE);
    private static final List<String> REQUIRED = List.of("reference", "name");

    private final Permissions permissions;
    private final TenantStore tenants;
    private final OwnerStore owners;
    private final OwnerEntryStore entries;
    private final Audit audit;

    OwnerFileDesk(
            Permissions permissions,
            TenantStore tenants,
            OwnerStore owners,
            OwnerEntryStore entries,
            Audit audit) {
        this.permissions = permissions;
        this.tenants = tenants;
        this.owners = owners;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * What became of a row.
     *
     * @param number 1 for the first after the header
     * @param reference its number in the company's own files
     * @param id the owner
     * @param stored whether the owner is new; else known
     */
    public record Result(int number, String reference, String id, boolean stored) {}

    /**
     * Takes a file in.
     *
     * @param caller who asks
     * @param text the file
     * @return one result per row, in order
     */
    public List<Result> take(Caller caller, String text) {
        permissions.require(caller, COMMAND, "owner-files");
        Given given = new Given();
        List<Line> lines = new CsvTable(given, COLUMNS, REQUIRED, MOST_ROWS).read(text);
        tenants.lock(caller.tenant());
        List<NewOwner> fresh = new ArrayList<>();
        List<Result> results = merge(given, lines, known(caller, lines), fresh);
        given.end();
        entries.add(caller.tenant(), fresh);
        Map<String, String> facts =
                Map.of(
                        "rows", String.valueOf(lines.size()),
                        "stored", String.valueOf(fresh.size()));
        audit.accepted(caller, COMMAND, "owner-files", facts);
        return results;
    }

    private Map<String, Owner> known(Caller caller, List<Line> lines) {
        Map<String, Owner> known = new HashMap<>();
        List<String> references = lines.stream().map(line -> line.cell("reference")).toList();
        owners.referenced(caller.tenant(), references)
                .forEach((reference, row) -> known.put(reference, row.owner()));
        return known;
    }

    /** The owner of each row: the known one if it says the same, else the row's own. */
    private static List<Result> merge(
            Given given, List<Line> lines, Map<String, Owner> known, List<NewOwner> fresh) {
        List<Result> results = new ArrayList<>();
        for (Line line : lines) {
            Optional<Owner> read = read(given, line);
            if (read.isPresent()) {
                String reference = line.cell("reference");
                Owner before = known.putIfAbsent(reference, read.get());
                Owner owner = before == null ? read.get() : before;
                if (before == null) {
                    fresh.add(new NewOwner(owner, reference));
                } else if (!isSame(before, read.get())) {
                    given.faults()
                            .add(
                                    line.at("reference"),
                                    RegistryRefusal.OWNER_IMPORT_DIFFERS,
                                    Map.of("reference", reference));
                }
                String id = owner.id().value();
                results.add(new Result(line.number(), reference, id, before == null));
            }
        }
        return results;
    }

    private static boolean isSame(Owner before, Owner read) {
        return before.name().equals(read.name()) && Objects.equals(before.mobile(), read.mobile());
    }

    private static Optional<Owner> read(Given given, Line line) {
        String mobile = line.optional("mobile");
        if (mobile != null && mobile.length() < SHORTEST_MOBILE) {
            Map<String, String> facts =
                    Map.of(
                            "least", String.valueOf(SHORTEST_MOBILE),
                            "most", String.valueOf(LONGEST_MOBILE));
            given.faults().add(line.at("mobile"), FieldCode.WRONG_LENGTH, facts);
            return Optional.empty();
        }
        return OwnerIntake.read(given, line.at(), line.cell("name"), mobile);
    }
}

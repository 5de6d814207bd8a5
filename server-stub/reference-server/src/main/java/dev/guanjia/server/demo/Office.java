package dev.guanjia.server.demo;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.IdempotencyKey;
import dev.guanjia.client.generated.api.OrganisationApi;
import dev.guanjia.client.model.AssignmentCreate;
import dev.guanjia.client.model.QualificationCreate;
import dev.guanjia.client.model.StaffCreate;
import dev.guanjia.client.model.StaffToken;
import dev.guanjia.client.model.StaffTokenCreate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The people of the demonstration company, each with a token of their own, so that every step is
 * taken by the post that may take it.
 */
final class Office {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    /** Post, staff number, name. */
    private static final List<List<String>> PEOPLE =
            List.of(
                    List.of("PROPERTY_MANAGER", "G001", "周文博"),
                    List.of("CS_SUPERVISOR", "G002", "林雪梅"),
                    List.of("CS_ASSISTANT", "G003", "陈子涵"),
                    List.of("STEWARD", "G004", "何海燕"),
                    List.of("ACCOUNTANT", "G005", "郭静"),
                    List.of("CASHIER", "G006", "罗敏"),
                    List.of("STOREKEEPER", "G007", "胡平"),
                    List.of("MAINTENANCE_WORKER", "G008", "马志强"));

    private final Function<String, Guanjia> door;
    private final Guanjia administrator;
    private final Map<String, Guanjia> byPost = new TreeMap<>();
    private final Map<String, String> staffIds = new TreeMap<>();

    private Office(Function<String, Guanjia> door, String administratorToken) {
        this.door = door;
        this.administrator = door.apply(administratorToken);
    }

    /**
     * Hires everybody and gives each a token.
     *
     * @param door makes a client from a token
     */
    static Office open(Function<String, Guanjia> door, String administratorToken) {
        Office office = new Office(door, administratorToken);
        for (List<String> person : PEOPLE) {
            office.hire(person.get(0), person.get(1), person.get(2));
        }
        return office;
    }

    private void hire(String post, String number, String name) {
        byPost.put(post, colleague(post, number, name));
    }

    /** Hires somebody beside those who are there, and says how they sign in. */
    Guanjia colleague(String post, String number, String name) {
        OrganisationApi organisation = administrator.organisation();
        StaffCreate person = new StaffCreate().staffNo(number).name(name);
        String id = organisation.createStaff(key("staff", number), person).getId();
        if (post.equals("MAINTENANCE_WORKER")) {
            QualificationCreate paper =
                    new QualificationCreate()
                            .kind("MAINTENANCE_CERTIFICATE")
                            .number("W-" + number)
                            .from(FIRST_DAY);
            administrator.staffing().registerQualification(id, key("paper", number), paper);
        }
        AssignmentCreate assignment = new AssignmentCreate().post(post).from(FIRST_DAY);
        organisation.createAssignment(id, key("post", number), assignment);
        StaffTokenCreate label = new StaffTokenCreate().label("demo");
        StaffToken token = organisation.createStaffToken(id, IdempotencyKey.random(), label);
        staffIds.putIfAbsent(post, id);
        return door.apply(token.getToken());
    }

    Guanjia administrator() {
        return administrator;
    }

    /** The client of whoever holds a post. */
    Guanjia as(String post) {
        Guanjia client = byPost.get(post);
        if (client == null) {
            throw new IllegalArgumentException("nobody holds " + post);
        }
        return client;
    }

    String staffId(String post) {
        return staffIds.getOrDefault(post, "");
    }

    /** The same step of the same demonstration always has the same key. */
    static String key(String... parts) {
        return IdempotencyKey.of("demo", String.join("/", parts));
    }
}
